import type { BodyOf, ParamsOf, QueryOf, ResponseOf } from '@klyngevagt/contracts';
import { Body, Controller, Param, Query } from '@nestjs/common';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { Endpoint } from '../http/endpoint.decorator.js';
import { CaseService } from './case.service.js';
import { MilestoneService } from './milestone.service.js';

@Controller()
export class CaseController {
  constructor(
    private readonly cases: CaseService,
    private readonly milestones: MilestoneService,
  ) {}

  @Endpoint('case.read')
  async read(
    @CurrentCaller() caller: Caller,
    @Param() { slug }: ParamsOf<'case.read'>,
    @Query() query: QueryOf<'case.read'>,
  ): Promise<ResponseOf<'case.read'>> {
    return this.cases.read(caller, slug, query);
  }

  @Endpoint('case.open')
  async open(
    @CurrentCaller() caller: Caller,
    @Param() { slug }: ParamsOf<'case.open'>,
    @Body() body: BodyOf<'case.open'>,
  ): Promise<ResponseOf<'case.open'>> {
    return this.cases.open(caller, slug, body);
  }

  @Endpoint('case.decide')
  async decide(
    @CurrentCaller() caller: Caller,
    @Param() { id }: ParamsOf<'case.decide'>,
    @Body() body: BodyOf<'case.decide'>,
  ): Promise<ResponseOf<'case.decide'>> {
    return this.cases.decide(caller, id, body);
  }

  @Endpoint('milestone.trial')
  async tryPlan(
    @CurrentCaller() caller: Caller,
    @Param() { id }: ParamsOf<'milestone.trial'>,
    @Query() query: QueryOf<'milestone.trial'>,
  ): Promise<ResponseOf<'milestone.trial'>> {
    return this.milestones.tryPlan(caller, id, query);
  }

  @Endpoint('milestone.plan')
  async plan(
    @CurrentCaller() caller: Caller,
    @Param() { id }: ParamsOf<'milestone.plan'>,
    @Body() body: BodyOf<'milestone.plan'>,
  ): Promise<ResponseOf<'milestone.plan'>> {
    return this.milestones.plan(caller, id, body);
  }

  @Endpoint('milestone.complete')
  async complete(
    @CurrentCaller() caller: Caller,
    @Param() { id }: ParamsOf<'milestone.complete'>,
    @Body() body: BodyOf<'milestone.complete'>,
  ): Promise<ResponseOf<'milestone.complete'>> {
    return this.milestones.complete(caller, id, body);
  }

  @Endpoint('milestone.note')
  async note(
    @CurrentCaller() caller: Caller,
    @Param() { id }: ParamsOf<'milestone.note'>,
    @Body() body: BodyOf<'milestone.note'>,
  ): Promise<ResponseOf<'milestone.note'>> {
    return this.milestones.note(caller, id, body);
  }
}
