import type { BodyOf, ParamsOf, QueryOf, ResponseOf } from '@klyngevagt/contracts';
import { Body, Controller, Param, Query } from '@nestjs/common';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { Endpoint } from '../http/endpoint.decorator.js';
import { ReminderHoldService } from './reminder-hold.service.js';

@Controller()
export class ReminderHoldController {
  constructor(private readonly service: ReminderHoldService) {}

  @Endpoint('reminder-hold.list')
  async list(@CurrentCaller() caller: Caller, @Query() query: QueryOf<'reminder-hold.list'>): Promise<ResponseOf<'reminder-hold.list'>> {
    return this.service.list(caller, query);
  }

  @Endpoint('reminder-hold.hold')
  async hold(
    @CurrentCaller() caller: Caller,
    @Param() { slug }: ParamsOf<'reminder-hold.hold'>,
    @Body() body: BodyOf<'reminder-hold.hold'>,
  ): Promise<ResponseOf<'reminder-hold.hold'>> {
    return this.service.hold(caller, slug, body);
  }

  @Endpoint('reminder-hold.end')
  async end(
    @CurrentCaller() caller: Caller,
    @Param() { id }: ParamsOf<'reminder-hold.end'>,
    @Body() body: BodyOf<'reminder-hold.end'>,
  ): Promise<ResponseOf<'reminder-hold.end'>> {
    return this.service.end(caller, id, body);
  }
}
