import type { BodyOf, ParamsOf, ResponseOf } from '@klyngevagt/contracts';
import { Body, Controller, Param } from '@nestjs/common';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { Endpoint } from '../http/endpoint.decorator.js';
import { WaiverService } from './waiver.service.js';

@Controller()
export class WaiverController {
  constructor(private readonly service: WaiverService) {}

  @Endpoint('waiver.record')
  async record(
    @CurrentCaller() caller: Caller,
    @Param() { slug }: ParamsOf<'waiver.record'>,
    @Body() body: BodyOf<'waiver.record'>,
  ): Promise<ResponseOf<'waiver.record'>> {
    return this.service.record(caller, slug, body);
  }

  @Endpoint('waiver.decide')
  async decide(
    @CurrentCaller() caller: Caller,
    @Param() { id }: ParamsOf<'waiver.decide'>,
    @Body() body: BodyOf<'waiver.decide'>,
  ): Promise<ResponseOf<'waiver.decide'>> {
    return this.service.decide(caller, id, body);
  }

  @Endpoint('waiver.correct')
  async correct(
    @CurrentCaller() caller: Caller,
    @Param() { id }: ParamsOf<'waiver.correct'>,
    @Body() body: BodyOf<'waiver.correct'>,
  ): Promise<ResponseOf<'waiver.correct'>> {
    return this.service.correct(caller, id, body);
  }
}
