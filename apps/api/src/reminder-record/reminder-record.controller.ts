import type { ParamsOf, QueryOf, ResponseOf } from '@klyngevagt/contracts';
import { reminderRecordJob, reminderRecordName } from '@klyngevagt/documents/pdf';
import { Controller, Param, Query, Res, StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { attachment, fileHeaders } from '../documents/download-headers.js';
import { Endpoint } from '../http/endpoint.decorator.js';
import { DocumentPress } from './document-press.js';
import { ReminderRecordService } from './reminder-record.service.js';

@Controller()
export class ReminderRecordController {
  constructor(
    private readonly service: ReminderRecordService,
    private readonly press: DocumentPress,
  ) {}

  @Endpoint('reminder-record.read')
  async read(
    @CurrentCaller() caller: Caller,
    @Param() { slug }: ParamsOf<'reminder-record.read'>,
    @Query() query: QueryOf<'reminder-record.read'>,
  ): Promise<ResponseOf<'reminder-record.read'>> {
    return this.service.read(caller, slug, query);
  }

  /** The same record on paper. */
  @Endpoint('reminder-record.document')
  async print(
    @CurrentCaller() caller: Caller,
    @Param() { slug }: ParamsOf<'reminder-record.document'>,
    @Query() { language = caller.language, ...query }: QueryOf<'reminder-record.document'>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ResponseOf<'reminder-record.document'>> {
    const record = await this.service.read(caller, slug, query, language);
    const pdf = await this.press.print(reminderRecordJob(record, language));
    void reply.headers(fileHeaders);
    return new StreamableFile(pdf, {
      type: 'application/pdf',
      length: pdf.length,
      disposition: attachment(reminderRecordName(record, language)),
    });
  }
}
