import type { ResponseOf } from '@klyngevagt/contracts';
import { Controller } from '@nestjs/common';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { Endpoint } from '../http/endpoint.decorator.js';
import { RulesService } from './rules.service.js';

@Controller()
export class RulesController {
  constructor(private readonly service: RulesService) {}

  @Endpoint('rules.list')
  async read(@CurrentCaller() caller: Caller): Promise<ResponseOf<'rules.list'>> {
    return this.service.read(caller);
  }
}
