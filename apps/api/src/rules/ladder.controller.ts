import type { QueryOf, ResponseOf } from '@klyngevagt/contracts';
import { Controller, Query } from '@nestjs/common';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { Endpoint } from '../http/endpoint.decorator.js';
import { LadderService } from './ladder.service.js';

@Controller()
export class LadderController {
  constructor(private readonly service: LadderService) {}

  @Endpoint('ladder.list')
  async list(@CurrentCaller() caller: Caller, @Query() query: QueryOf<'ladder.list'>): Promise<ResponseOf<'ladder.list'>> {
    return this.service.list(caller, query);
  }

  @Endpoint('ladder.trial')
  async tryPresent(@CurrentCaller() caller: Caller): Promise<ResponseOf<'ladder.trial'>> {
    return this.service.tryPresent(caller);
  }

  @Endpoint('ladder.trial-progress')
  async progress(@CurrentCaller() caller: Caller): Promise<ResponseOf<'ladder.trial-progress'>> {
    return this.service.progressOf(caller);
  }
}
