import type { BodyOf, ParamsOf, QueryOf, ResponseOf } from '@klyngevagt/contracts';
import { Body, Controller, Param, Query } from '@nestjs/common';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { Endpoint } from '../http/endpoint.decorator.js';
import { AwardService } from './award.service.js';

@Controller()
export class AwardController {
  constructor(private readonly service: AwardService) {}

  @Endpoint('award.proposal')
  async propose(
    @CurrentCaller() caller: Caller,
    @Param() { slug }: ParamsOf<'award.proposal'>,
    @Query() query: QueryOf<'award.proposal'>,
  ): Promise<ResponseOf<'award.proposal'>> {
    return this.service.propose(caller, slug, query);
  }

  @Endpoint('award.record')
  async record(
    @CurrentCaller() caller: Caller,
    @Param() { slug }: ParamsOf<'award.record'>,
    @Body() body: BodyOf<'award.record'>,
  ): Promise<ResponseOf<'award.record'>> {
    return this.service.record(caller, slug, body);
  }

  @Endpoint('award.correct')
  async correct(
    @CurrentCaller() caller: Caller,
    @Param() { id }: ParamsOf<'award.correct'>,
    @Body() body: BodyOf<'award.correct'>,
  ): Promise<ResponseOf<'award.correct'>> {
    return this.service.correct(caller, id, body);
  }

  @Endpoint('award.revoke')
  async revoke(
    @CurrentCaller() caller: Caller,
    @Param() { id }: ParamsOf<'award.revoke'>,
    @Body() body: BodyOf<'award.revoke'>,
  ): Promise<ResponseOf<'award.revoke'>> {
    return this.service.revoke(caller, id, body);
  }
}
