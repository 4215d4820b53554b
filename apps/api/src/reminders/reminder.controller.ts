import type { BodyOf, ParamsOf, QueryOf, ResponseOf } from '@klyngevagt/contracts';
import { Body, Controller, Param, Query } from '@nestjs/common';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { Endpoint } from '../http/endpoint.decorator.js';
import { ReminderRequestService } from './reminder-request.service.js';
import { ReminderService } from './reminder.service.js';
import { ReminderWhyService } from './reminder-why.service.js';

@Controller()
export class ReminderController {
  constructor(
    private readonly service: ReminderService,
    private readonly requests: ReminderRequestService,
    private readonly why: ReminderWhyService,
  ) {}

  @Endpoint('reminder.list')
  async list(@CurrentCaller() caller: Caller, @Query() query: QueryOf<'reminder.list'>): Promise<ResponseOf<'reminder.list'>> {
    return this.service.list(caller, query);
  }

  @Endpoint('reminder.why')
  async readWhy(@CurrentCaller() caller: Caller, @Query() query: QueryOf<'reminder.why'>): Promise<ResponseOf<'reminder.why'>> {
    return this.why.read(caller, query);
  }

  @Endpoint('reminder.text')
  async readText(
    @CurrentCaller() caller: Caller,
    @Param() { id }: ParamsOf<'reminder.text'>,
    @Query() query: QueryOf<'reminder.text'>,
  ): Promise<ResponseOf<'reminder.text'>> {
    return this.service.readText(caller, id, query);
  }

  @Endpoint('reminder.send')
  async sendNow(
    @CurrentCaller() caller: Caller,
    @Param() { id }: ParamsOf<'reminder.send'>,
    @Body() body: BodyOf<'reminder.send'>,
  ): Promise<ResponseOf<'reminder.send'>> {
    return this.requests.sendNow(caller, id, body);
  }

  @Endpoint('reminder.bounce')
  async recordBounce(
    @CurrentCaller() caller: Caller,
    @Param() { id }: ParamsOf<'reminder.bounce'>,
    @Body() body: BodyOf<'reminder.bounce'>,
  ): Promise<ResponseOf<'reminder.bounce'>> {
    return this.requests.recordBounce(caller, id, body);
  }
}
