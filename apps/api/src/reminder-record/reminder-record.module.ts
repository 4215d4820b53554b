import { Module } from '@nestjs/common';
import { DocumentPress } from './document-press.js';
import { RecordBasis } from './record-basis.js';
import { RecordStamp } from './record-stamp.js';
import { ReminderRecordController } from './reminder-record.controller.js';
import { ReminderRecordService } from './reminder-record.service.js';

@Module({
  controllers: [ReminderRecordController],
  providers: [DocumentPress, RecordBasis, RecordStamp, ReminderRecordService],
})
export class ReminderRecordModule {}
