import type { QueryOf, ResponseOf } from '@klyngevagt/contracts';
import { Controller, Query } from '@nestjs/common';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { Endpoint } from '../http/endpoint.decorator.js';
import { ProposalService } from './proposal.service.js';

@Controller()
export class ProposalController {
  constructor(private readonly service: ProposalService) {}

  @Endpoint('proposal.list')
  async list(@CurrentCaller() caller: Caller, @Query() query: QueryOf<'proposal.list'>): Promise<ResponseOf<'proposal.list'>> {
    return this.service.list(caller, query);
  }
}
