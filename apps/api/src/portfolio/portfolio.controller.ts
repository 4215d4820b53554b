import type { QueryOf, ResponseOf } from '@klyngevagt/contracts';
import { Controller, Query } from '@nestjs/common';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { Endpoint } from '../http/endpoint.decorator.js';
import { PortfolioService } from './portfolio.service.js';

@Controller()
export class PortfolioController {
  constructor(private readonly service: PortfolioService) {}

  @Endpoint('portfolio.read')
  async read(@CurrentCaller() caller: Caller, @Query() query: QueryOf<'portfolio.read'>): Promise<ResponseOf<'portfolio.read'>> {
    return this.service.read(caller, query);
  }
}
