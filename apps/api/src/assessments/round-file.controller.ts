import type { BodyOf, ParamsOf, QueryOf, ResponseOf } from '@klyngevagt/contracts';
import { Body, Controller, Param, Query } from '@nestjs/common';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { Endpoint } from '../http/endpoint.decorator.js';
import { RoundFileService } from './round-file.service.js';

@Controller()
export class RoundFileController {
  constructor(private readonly service: RoundFileService) {}

  @Endpoint('assessment.export')
  async export(
    @CurrentCaller() caller: Caller,
    @Param() { id }: ParamsOf<'assessment.export'>,
    @Query() query: QueryOf<'assessment.export'>,
  ): Promise<ResponseOf<'assessment.export'>> {
    return this.service.export(caller, id, query);
  }

  @Endpoint('assessment.import-preview')
  async preview(
    @CurrentCaller() caller: Caller,
    @Param() { id }: ParamsOf<'assessment.import-preview'>,
    @Body() body: BodyOf<'assessment.import-preview'>,
  ): Promise<ResponseOf<'assessment.import-preview'>> {
    return this.service.preview(caller, id, body);
  }

  @Endpoint('assessment.import')
  async import(
    @CurrentCaller() caller: Caller,
    @Param() { id }: ParamsOf<'assessment.import'>,
    @Body() body: BodyOf<'assessment.import'>,
  ): Promise<ResponseOf<'assessment.import'>> {
    return this.service.import(caller, id, body);
  }
}
