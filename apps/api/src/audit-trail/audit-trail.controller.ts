import type { QueryOf, ResponseOf } from '@klyngevagt/contracts';
import { Controller, Query } from '@nestjs/common';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { Endpoint } from '../http/endpoint.decorator.js';
import { AuditTrailService } from './audit-trail.service.js';

@Controller()
export class AuditTrailController {
  constructor(private readonly service: AuditTrailService) {}

  @Endpoint('audit-trail.read')
  async read(@CurrentCaller() caller: Caller, @Query() query: QueryOf<'audit-trail.read'>): Promise<ResponseOf<'audit-trail.read'>> {
    return this.service.read(caller, query);
  }
}
