import type { BodyOf, QueryOf, ResponseOf } from '@klyngevagt/contracts';
import { Body, Controller, Query } from '@nestjs/common';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { Endpoint } from '../http/endpoint.decorator.js';
import { ExpertCapacityService } from './expert-capacity.service.js';

@Controller()
export class ExpertCapacityController {
  constructor(private readonly service: ExpertCapacityService) {}

  @Endpoint('audit-clash.read')
  async read(@CurrentCaller() caller: Caller, @Query() query: QueryOf<'audit-clash.read'>): Promise<ResponseOf<'audit-clash.read'>> {
    return this.service.read(caller, query);
  }

  @Endpoint('expert-capacity.save')
  async save(@CurrentCaller() caller: Caller, @Body() body: BodyOf<'expert-capacity.save'>): Promise<ResponseOf<'expert-capacity.save'>> {
    return this.service.save(caller, body);
  }
}
