import type { ParamsOf, QueryOf, ResponseOf } from '@klyngevagt/contracts';
import { Controller, Param, Query } from '@nestjs/common';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { Endpoint } from '../http/endpoint.decorator.js';
import { ChainService } from './chain.service.js';
import { TimelineService } from './timeline.service.js';

@Controller()
export class TimelineController {
  constructor(
    private readonly timeline: TimelineService,
    private readonly chains: ChainService,
  ) {}

  @Endpoint('timeline.read')
  async read(@CurrentCaller() caller: Caller, @Query() query: QueryOf<'timeline.read'>): Promise<ResponseOf<'timeline.read'>> {
    return this.timeline.read(caller, query);
  }

  @Endpoint('chain.read')
  async readChain(
    @CurrentCaller() caller: Caller,
    @Param() { slug }: ParamsOf<'chain.read'>,
    @Query() query: QueryOf<'chain.read'>,
  ): Promise<ResponseOf<'chain.read'>> {
    return this.chains.read(caller, slug, query);
  }

  @Endpoint('audit.try')
  async tryAudit(
    @CurrentCaller() caller: Caller,
    @Param() { slug }: ParamsOf<'audit.try'>,
    @Query() query: QueryOf<'audit.try'>,
  ): Promise<ResponseOf<'audit.try'>> {
    return this.chains.tryAudit(caller, slug, query);
  }
}
