import type { BodyOf, ParamsOf, ResponseOf } from '@klyngevagt/contracts';
import { Body, Controller, Param } from '@nestjs/common';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { Endpoint } from '../http/endpoint.decorator.js';
import { DutyService } from './duty.service.js';

@Controller()
export class DutyController {
  constructor(private readonly service: DutyService) {}

  @Endpoint('membership.record')
  async recordMembership(
    @CurrentCaller() caller: Caller,
    @Param() { slug }: ParamsOf<'membership.record'>,
    @Body() body: BodyOf<'membership.record'>,
  ): Promise<ResponseOf<'membership.record'>> {
    return this.service.recordMembership(caller, slug, body);
  }

  @Endpoint('membership.correct')
  async correctMembership(
    @CurrentCaller() caller: Caller,
    @Param() { id }: ParamsOf<'membership.correct'>,
    @Body() body: BodyOf<'membership.correct'>,
  ): Promise<ResponseOf<'membership.correct'>> {
    return this.service.correctMembership(caller, id, body);
  }
}
