import type { BodyOf, ParamsOf, QueryOf, ResponseOf } from '@klyngevagt/contracts';
import { Body, Controller, Param, Query } from '@nestjs/common';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { Endpoint } from '../http/endpoint.decorator.js';
import { RecommendationService } from './recommendation.service.js';

@Controller()
export class RecommendationController {
  constructor(private readonly service: RecommendationService) {}

  @Endpoint('recommendation.list')
  async list(
    @CurrentCaller() caller: Caller,
    @Param() { slug }: ParamsOf<'recommendation.list'>,
    @Query() query: QueryOf<'recommendation.list'>,
  ): Promise<ResponseOf<'recommendation.list'>> {
    return this.service.list(caller, slug, query);
  }

  @Endpoint('recommendation.write')
  async write(
    @CurrentCaller() caller: Caller,
    @Param() { slug }: ParamsOf<'recommendation.write'>,
    @Body() body: BodyOf<'recommendation.write'>,
  ): Promise<ResponseOf<'recommendation.write'>> {
    return this.service.write(caller, slug, body);
  }

  @Endpoint('recommendation.edit')
  async edit(
    @CurrentCaller() caller: Caller,
    @Param() { id }: ParamsOf<'recommendation.edit'>,
    @Body() body: BodyOf<'recommendation.edit'>,
  ): Promise<ResponseOf<'recommendation.edit'>> {
    return this.service.edit(caller, id, body);
  }

  @Endpoint('recommendation.step')
  async step(
    @CurrentCaller() caller: Caller,
    @Param() { id }: ParamsOf<'recommendation.step'>,
    @Body() body: BodyOf<'recommendation.step'>,
  ): Promise<ResponseOf<'recommendation.step'>> {
    return this.service.takeStep(caller, id, body);
  }

  @Endpoint('recommendation.note')
  async note(
    @CurrentCaller() caller: Caller,
    @Param() { id }: ParamsOf<'recommendation.note'>,
    @Body() body: BodyOf<'recommendation.note'>,
  ): Promise<ResponseOf<'recommendation.note'>> {
    return this.service.addNote(caller, id, body);
  }
}
