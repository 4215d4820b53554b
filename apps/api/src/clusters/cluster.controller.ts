import type { BodyOf, ParamsOf, QueryOf, ResponseOf } from '@klyngevagt/contracts';
import { Body, Controller, Param, Query } from '@nestjs/common';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { Endpoint } from '../http/endpoint.decorator.js';
import { ClusterHistoryService } from './cluster-history.service.js';
import { ClusterService } from './cluster.service.js';

@Controller()
export class ClusterController {
  constructor(
    private readonly service: ClusterService,
    private readonly history: ClusterHistoryService,
  ) {}

  @Endpoint('cluster.read')
  async read(
    @CurrentCaller() caller: Caller,
    @Param() { slug }: ParamsOf<'cluster.read'>,
    @Query() query: QueryOf<'cluster.read'>,
  ): Promise<ResponseOf<'cluster.read'>> {
    return this.service.read(caller, slug, query);
  }

  @Endpoint('cluster.history')
  async readHistory(
    @CurrentCaller() caller: Caller,
    @Param() { slug }: ParamsOf<'cluster.history'>,
    @Query() query: QueryOf<'cluster.history'>,
  ): Promise<ResponseOf<'cluster.history'>> {
    return this.history.read(caller, slug, query);
  }

  @Endpoint('cluster.edit')
  async edit(
    @CurrentCaller() caller: Caller,
    @Param() { slug }: ParamsOf<'cluster.edit'>,
    @Body() body: BodyOf<'cluster.edit'>,
  ): Promise<ResponseOf<'cluster.edit'>> {
    return this.service.edit(caller, slug, body);
  }
}
