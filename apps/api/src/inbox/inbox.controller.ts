import type { BodyOf, QueryOf, ResponseOf } from '@klyngevagt/contracts';
import { Body, Controller, Query } from '@nestjs/common';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { Endpoint } from '../http/endpoint.decorator.js';
import { InboxService } from './inbox.service.js';

@Controller()
export class InboxController {
  constructor(private readonly service: InboxService) {}

  @Endpoint('inbox.list')
  async list(@CurrentCaller() caller: Caller, @Query() query: QueryOf<'inbox.list'>): Promise<ResponseOf<'inbox.list'>> {
    return this.service.list(caller, query);
  }

  @Endpoint('inbox.read')
  async read(@CurrentCaller() caller: Caller, @Body() body: BodyOf<'inbox.read'>): Promise<ResponseOf<'inbox.read'>> {
    return this.service.read(caller, body);
  }
}
