import type { ParamsOf, QueryOf, ResponseOf } from '@klyngevagt/contracts';
import { Controller, Param, Query } from '@nestjs/common';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { Endpoint } from '../http/endpoint.decorator.js';
import { ForecastService } from './forecast.service.js';

@Controller()
export class ForecastController {
  constructor(private readonly service: ForecastService) {}

  @Endpoint('forecast.read')
  async read(@CurrentCaller() caller: Caller, @Query() query: QueryOf<'forecast.read'>): Promise<ResponseOf<'forecast.read'>> {
    return this.service.read(caller, query);
  }

  @Endpoint('cluster.forecast')
  async readCluster(
    @CurrentCaller() caller: Caller,
    @Param() { slug }: ParamsOf<'cluster.forecast'>,
    @Query() query: QueryOf<'cluster.forecast'>,
  ): Promise<ResponseOf<'cluster.forecast'>> {
    return this.service.readCluster(caller, slug, query);
  }
}
