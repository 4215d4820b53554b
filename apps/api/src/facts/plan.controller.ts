import type { BodyOf, ParamsOf, ResponseOf } from '@klyngevagt/contracts';
import { Body, Controller, Param } from '@nestjs/common';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { Endpoint } from '../http/endpoint.decorator.js';
import { PlanService } from './plan.service.js';

@Controller()
export class PlanController {
  constructor(private readonly service: PlanService) {}

  @Endpoint('plan.propose')
  async propose(
    @CurrentCaller() caller: Caller,
    @Param() { slug }: ParamsOf<'plan.propose'>,
    @Body() body: BodyOf<'plan.propose'>,
  ): Promise<ResponseOf<'plan.propose'>> {
    return this.service.propose(caller, slug, body);
  }

  @Endpoint('plan.revise')
  async revise(
    @CurrentCaller() caller: Caller,
    @Param() { id }: ParamsOf<'plan.revise'>,
    @Body() body: BodyOf<'plan.revise'>,
  ): Promise<ResponseOf<'plan.revise'>> {
    return this.service.revise(caller, id, body);
  }

  @Endpoint('plan.decide')
  async decide(
    @CurrentCaller() caller: Caller,
    @Param() { id }: ParamsOf<'plan.decide'>,
    @Body() body: BodyOf<'plan.decide'>,
  ): Promise<ResponseOf<'plan.decide'>> {
    return this.service.decide(caller, id, body);
  }

  @Endpoint('plan.withdraw')
  async withdraw(
    @CurrentCaller() caller: Caller,
    @Param() { id }: ParamsOf<'plan.withdraw'>,
    @Body() body: BodyOf<'plan.withdraw'>,
  ): Promise<ResponseOf<'plan.withdraw'>> {
    return this.service.withdraw(caller, id, body);
  }

  @Endpoint('plan.correct')
  async correct(
    @CurrentCaller() caller: Caller,
    @Param() { id }: ParamsOf<'plan.correct'>,
    @Body() body: BodyOf<'plan.correct'>,
  ): Promise<ResponseOf<'plan.correct'>> {
    return this.service.correct(caller, id, body);
  }

  @Endpoint('plan-milestone.finish')
  async finishMilestone(
    @CurrentCaller() caller: Caller,
    @Param() { id }: ParamsOf<'plan-milestone.finish'>,
    @Body() body: BodyOf<'plan-milestone.finish'>,
  ): Promise<ResponseOf<'plan-milestone.finish'>> {
    return this.service.finishMilestone(caller, id, body);
  }
}
