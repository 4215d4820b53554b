import type { QueryOf, ResponseOf } from '@klyngevagt/contracts';
import { Controller, Query } from '@nestjs/common';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { Endpoint } from '../http/endpoint.decorator.js';
import { RulesService } from './rules.service.js';

@Controller()
export class RulesController {
  constructor(private readonly service: RulesService) {}

  @Endpoint('rules.list')
  async read(@CurrentCaller() caller: Caller, @Query() query: QueryOf<'rules.list'>): Promise<ResponseOf<'rules.list'>> {
    return this.service.read(caller, query);
  }
}
