import { Module } from '@nestjs/common';
import { WakeWorker } from '../wake-worker.js';
import { ReminderComposer } from './reminder-composer.js';
import { ReminderHealthReader } from './reminder-health.js';
import { ReminderHoldController } from './reminder-hold.controller.js';
import { ReminderHoldService } from './reminder-hold.service.js';
import { ReminderRequestService } from './reminder-request.service.js';
import { ReminderWhyService } from './reminder-why.service.js';
import { ReminderController } from './reminder.controller.js';
import { ReminderService } from './reminder.service.js';

@Module({
  controllers: [ReminderController, ReminderHoldController],
  providers: [
    ReminderComposer,
    ReminderHoldService,
    ReminderHealthReader,
    ReminderRequestService,
    ReminderService,
    ReminderWhyService,
    WakeWorker,
  ],
  exports: [ReminderHealthReader],
})
export class RemindersModule {}
