import type { BodyOf, ParamsOf, ResponseOf } from '@klyngevagt/contracts';
import { Body, Controller, Param } from '@nestjs/common';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { Endpoint } from '../http/endpoint.decorator.js';
import { ProgrammeHeadService } from './programme-head.service.js';

@Controller()
export class ProgrammeHeadController {
  constructor(private readonly service: ProgrammeHeadService) {}

  @Endpoint('programme.heads')
  async list(@CurrentCaller() caller: Caller): Promise<ResponseOf<'programme.heads'>> {
    return this.service.list(caller);
  }

  @Endpoint('programme.appoint-head')
  async appoint(
    @CurrentCaller() caller: Caller,
    @Param() { id }: ParamsOf<'programme.appoint-head'>,
    @Body() body: BodyOf<'programme.appoint-head'>,
  ): Promise<ResponseOf<'programme.appoint-head'>> {
    return this.service.appoint(caller, id, body);
  }
}
