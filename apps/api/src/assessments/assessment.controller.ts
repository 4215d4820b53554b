import type { BodyOf, ParamsOf, QueryOf, ResponseOf } from '@klyngevagt/contracts';
import { Body, Controller, Param, Query } from '@nestjs/common';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { Endpoint } from '../http/endpoint.decorator.js';
import { AssessmentEditService } from './assessment-edit.service.js';
import { AssessmentService } from './assessment.service.js';

@Controller()
export class AssessmentController {
  constructor(
    private readonly service: AssessmentService,
    private readonly edits: AssessmentEditService,
  ) {}

  @Endpoint('assessment.list')
  async list(
    @CurrentCaller() caller: Caller,
    @Param() { slug }: ParamsOf<'assessment.list'>,
    @Query() query: QueryOf<'assessment.list'>,
  ): Promise<ResponseOf<'assessment.list'>> {
    return this.service.readOfCluster(caller, slug, query);
  }

  @Endpoint('assessment.read')
  async read(
    @CurrentCaller() caller: Caller,
    @Param() { id }: ParamsOf<'assessment.read'>,
    @Query() query: QueryOf<'assessment.read'>,
  ): Promise<ResponseOf<'assessment.read'>> {
    return this.service.readSheet(caller, id, query);
  }

  @Endpoint('assessment.start')
  async start(
    @CurrentCaller() caller: Caller,
    @Param() { slug }: ParamsOf<'assessment.start'>,
    @Body() body: BodyOf<'assessment.start'>,
  ): Promise<ResponseOf<'assessment.start'>> {
    return this.edits.start(caller, slug, body);
  }

  @Endpoint('assessment.answer')
  async answer(
    @CurrentCaller() caller: Caller,
    @Param() { id, indicator }: ParamsOf<'assessment.answer'>,
    @Body() body: BodyOf<'assessment.answer'>,
  ): Promise<ResponseOf<'assessment.answer'>> {
    return this.edits.saveAnswer(caller, id, indicator, body);
  }

  @Endpoint('assessment.submit')
  async submit(
    @CurrentCaller() caller: Caller,
    @Param() { id }: ParamsOf<'assessment.submit'>,
    @Body() body: BodyOf<'assessment.submit'>,
  ): Promise<ResponseOf<'assessment.submit'>> {
    return this.edits.submit(caller, id, body);
  }

  @Endpoint('assessment.return')
  async return(
    @CurrentCaller() caller: Caller,
    @Param() { id }: ParamsOf<'assessment.return'>,
    @Body() body: BodyOf<'assessment.return'>,
  ): Promise<ResponseOf<'assessment.return'>> {
    return this.edits.return(caller, id, body);
  }

  @Endpoint('assessment.close')
  async close(
    @CurrentCaller() caller: Caller,
    @Param() { id }: ParamsOf<'assessment.close'>,
    @Body() body: BodyOf<'assessment.close'>,
  ): Promise<ResponseOf<'assessment.close'>> {
    return this.edits.close(caller, id, body);
  }

  @Endpoint('assessment.reopen')
  async reopen(
    @CurrentCaller() caller: Caller,
    @Param() { id }: ParamsOf<'assessment.reopen'>,
    @Body() body: BodyOf<'assessment.reopen'>,
  ): Promise<ResponseOf<'assessment.reopen'>> {
    return this.edits.reopen(caller, id, body);
  }
}
