import type { BodyOf, QueryOf, ResponseOf } from '@klyngevagt/contracts';
import { Body, Controller, Query } from '@nestjs/common';
import { type Caller, CallerGone, CurrentCaller } from '../auth/caller.js';
import { Endpoint } from '../http/endpoint.decorator.js';
import { RuleEditService } from './rule-edit.service.js';
import { RulesService } from './rules.service.js';

@Controller()
export class RulesController {
  constructor(
    private readonly service: RulesService,
    private readonly edits: RuleEditService,
  ) {}

  @Endpoint('rules.list')
  async read(@CurrentCaller() caller: Caller, @Query() query: QueryOf<'rules.list'>): Promise<ResponseOf<'rules.list'>> {
    return this.service.read(caller, query);
  }

  @Endpoint('rules.preview')
  async preview(
    @CurrentCaller() caller: Caller,
    @Body() body: BodyOf<'rules.preview'>,
    @CallerGone() gone: AbortSignal,
  ): Promise<ResponseOf<'rules.preview'>> {
    return this.edits.preview(caller, body, gone);
  }

  @Endpoint('rules.save')
  async save(@CurrentCaller() caller: Caller, @Body() body: BodyOf<'rules.save'>): Promise<ResponseOf<'rules.save'>> {
    return this.edits.save(caller, body);
  }
}
