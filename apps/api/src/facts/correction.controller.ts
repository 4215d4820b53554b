import type { BodyOf, ParamsOf, ResponseOf } from '@klyngevagt/contracts';
import { Body, Controller, Param } from '@nestjs/common';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { Endpoint } from '../http/endpoint.decorator.js';
import { CorrectionService } from './correction.service.js';

@Controller()
export class CorrectionController {
  constructor(private readonly service: CorrectionService) {}

  @Endpoint('correction.propose')
  async propose(
    @CurrentCaller() caller: Caller,
    @Param() { slug }: ParamsOf<'correction.propose'>,
    @Body() body: BodyOf<'correction.propose'>,
  ): Promise<ResponseOf<'correction.propose'>> {
    return this.service.propose(caller, slug, body);
  }

  @Endpoint('correction.decide')
  async decide(
    @CurrentCaller() caller: Caller,
    @Param() { id }: ParamsOf<'correction.decide'>,
    @Body() body: BodyOf<'correction.decide'>,
  ): Promise<ResponseOf<'correction.decide'>> {
    return this.service.decide(caller, id, body);
  }
}
