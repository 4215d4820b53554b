import type { BodyOf, ParamsOf, ResponseOf } from '@klyngevagt/contracts';
import { Body, Controller, Param } from '@nestjs/common';
import { actorOf, type Caller, CurrentCaller } from '../auth/caller.js';
import { Endpoint } from '../http/endpoint.decorator.js';
import { AbsenceService } from './absence.service.js';

@Controller()
export class AbsenceController {
  constructor(private readonly service: AbsenceService) {}

  @Endpoint('own-absence.list')
  async listOwn(@CurrentCaller() caller: Caller): Promise<ResponseOf<'own-absence.list'>> {
    return this.service.list(caller, caller.personId);
  }

  @Endpoint('own-absence.record')
  async recordOwn(@CurrentCaller() caller: Caller, @Body() body: BodyOf<'own-absence.record'>): Promise<ResponseOf<'own-absence.record'>> {
    return this.service.record(caller, caller.personId, body, null);
  }

  @Endpoint('own-absence.end')
  async endOwn(
    @CurrentCaller() caller: Caller,
    @Param() { id }: ParamsOf<'own-absence.end'>,
    @Body() { revision }: BodyOf<'own-absence.end'>,
  ): Promise<ResponseOf<'own-absence.end'>> {
    return this.service.end(actorOf(caller, null), caller.personId, id, revision);
  }

  @Endpoint('absence.list')
  async list(@CurrentCaller() caller: Caller, @Param() { id }: ParamsOf<'absence.list'>): Promise<ResponseOf<'absence.list'>> {
    return this.service.list(caller, id);
  }

  @Endpoint('absence.record')
  async record(
    @CurrentCaller() caller: Caller,
    @Param() { id }: ParamsOf<'absence.record'>,
    @Body() { reason, ...body }: BodyOf<'absence.record'>,
  ): Promise<ResponseOf<'absence.record'>> {
    return this.service.record(caller, id, body, reason);
  }

  @Endpoint('absence.end')
  async end(
    @CurrentCaller() caller: Caller,
    @Param() { id, absence }: ParamsOf<'absence.end'>,
    @Body() { revision, reason }: BodyOf<'absence.end'>,
  ): Promise<ResponseOf<'absence.end'>> {
    return this.service.end(actorOf(caller, reason), id, absence, revision);
  }
}
