import type { QueryOf, ResponseOf } from '@klyngevagt/contracts';
import { Controller, Query } from '@nestjs/common';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { Endpoint } from '../http/endpoint.decorator.js';
import { DaysWithoutService } from './days-without.service.js';

@Controller()
export class DaysWithoutController {
  constructor(private readonly service: DaysWithoutService) {}

  @Endpoint('days-without.read')
  async read(@CurrentCaller() caller: Caller, @Query() query: QueryOf<'days-without.read'>): Promise<ResponseOf<'days-without.read'>> {
    return this.service.read(caller, query);
  }
}
