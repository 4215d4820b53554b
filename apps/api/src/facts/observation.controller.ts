import type { BodyOf, ParamsOf, ResponseOf } from '@klyngevagt/contracts';
import { Body, Controller, Param } from '@nestjs/common';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { Endpoint } from '../http/endpoint.decorator.js';
import { ObservationService } from './observation.service.js';

@Controller()
export class ObservationController {
  constructor(private readonly service: ObservationService) {}

  @Endpoint('audit.report')
  async reportAudit(
    @CurrentCaller() caller: Caller,
    @Param() { slug }: ParamsOf<'audit.report'>,
    @Body() body: BodyOf<'audit.report'>,
  ): Promise<ResponseOf<'audit.report'>> {
    return this.service.reportAudit(caller, slug, body);
  }

  @Endpoint('audit.decide')
  async decideAudit(
    @CurrentCaller() caller: Caller,
    @Param() { id }: ParamsOf<'audit.decide'>,
    @Body() body: BodyOf<'audit.decide'>,
  ): Promise<ResponseOf<'audit.decide'>> {
    return this.service.decideAudit(caller, id, body);
  }

  @Endpoint('audit.experts')
  async changeExperts(
    @CurrentCaller() caller: Caller,
    @Param() { id }: ParamsOf<'audit.experts'>,
    @Body() body: BodyOf<'audit.experts'>,
  ): Promise<ResponseOf<'audit.experts'>> {
    return this.service.changeExperts(caller, id, body);
  }

  @Endpoint('record.confirm')
  async confirmRecord(
    @CurrentCaller() caller: Caller,
    @Param() { slug }: ParamsOf<'record.confirm'>,
    @Body() body: BodyOf<'record.confirm'>,
  ): Promise<ResponseOf<'record.confirm'>> {
    return this.service.confirmRecord(caller, slug, body);
  }

  @Endpoint('note.write')
  async writeNote(
    @CurrentCaller() caller: Caller,
    @Param() { slug }: ParamsOf<'note.write'>,
    @Body() body: BodyOf<'note.write'>,
  ): Promise<ResponseOf<'note.write'>> {
    return this.service.writeNote(caller, slug, body);
  }
}
