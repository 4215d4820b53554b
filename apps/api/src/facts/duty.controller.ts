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

  @Endpoint('plan.propose')
  async proposePlan(
    @CurrentCaller() caller: Caller,
    @Param() { slug }: ParamsOf<'plan.propose'>,
    @Body() body: BodyOf<'plan.propose'>,
  ): Promise<ResponseOf<'plan.propose'>> {
    return this.service.proposePlan(caller, slug, body);
  }

  @Endpoint('plan.decide')
  async decidePlan(
    @CurrentCaller() caller: Caller,
    @Param() { id }: ParamsOf<'plan.decide'>,
    @Body() body: BodyOf<'plan.decide'>,
  ): Promise<ResponseOf<'plan.decide'>> {
    return this.service.decidePlan(caller, id, body);
  }

  @Endpoint('waiver.record')
  async recordWaiver(
    @CurrentCaller() caller: Caller,
    @Param() { slug }: ParamsOf<'waiver.record'>,
    @Body() body: BodyOf<'waiver.record'>,
  ): Promise<ResponseOf<'waiver.record'>> {
    return this.service.recordWaiver(caller, slug, body);
  }

  @Endpoint('waiver.approve')
  async approveWaiver(
    @CurrentCaller() caller: Caller,
    @Param() { id }: ParamsOf<'waiver.approve'>,
    @Body() body: BodyOf<'waiver.approve'>,
  ): Promise<ResponseOf<'waiver.approve'>> {
    return this.service.approveWaiver(caller, id, body);
  }
}
