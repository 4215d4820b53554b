import type { BodyOf, ParamsOf, ResponseOf } from '@klyngevagt/contracts';
import { Body, Controller, Param } from '@nestjs/common';
import { type Caller, CallerGone, CurrentCaller } from '../auth/caller.js';
import { Endpoint } from '../http/endpoint.decorator.js';
import { RuleDraftService } from './rule-draft.service.js';

@Controller()
export class RuleDraftController {
  constructor(private readonly service: RuleDraftService) {}

  @Endpoint('rule-draft.list')
  async list(): Promise<ResponseOf<'rule-draft.list'>> {
    return this.service.list();
  }

  @Endpoint('rule-draft.read')
  async read(@CurrentCaller() caller: Caller, @Param() { id }: ParamsOf<'rule-draft.read'>): Promise<ResponseOf<'rule-draft.read'>> {
    return this.service.read(caller, id);
  }

  @Endpoint('rule-draft.create')
  async create(@CurrentCaller() caller: Caller, @Body() body: BodyOf<'rule-draft.create'>): Promise<ResponseOf<'rule-draft.create'>> {
    return this.service.create(caller, body);
  }

  @Endpoint('rule-draft.save')
  async save(
    @CurrentCaller() caller: Caller,
    @Param() { id }: ParamsOf<'rule-draft.save'>,
    @Body() body: BodyOf<'rule-draft.save'>,
  ): Promise<ResponseOf<'rule-draft.save'>> {
    return this.service.save(caller, id, body);
  }

  @Endpoint('rule-draft.simulate')
  async simulate(
    @CurrentCaller() caller: Caller,
    @Param() { id }: ParamsOf<'rule-draft.simulate'>,
    @Body() body: BodyOf<'rule-draft.simulate'>,
    @CallerGone() gone: AbortSignal,
  ): Promise<ResponseOf<'rule-draft.simulate'>> {
    return this.service.simulate(caller, id, body, gone);
  }

  @Endpoint('rule-draft.discard')
  async discard(
    @CurrentCaller() caller: Caller,
    @Param() { id }: ParamsOf<'rule-draft.discard'>,
    @Body() body: BodyOf<'rule-draft.discard'>,
  ): Promise<ResponseOf<'rule-draft.discard'>> {
    return this.service.discard(caller, id, body);
  }

  @Endpoint('rule-draft.activate')
  async activate(
    @CurrentCaller() caller: Caller,
    @Param() { id }: ParamsOf<'rule-draft.activate'>,
    @Body() body: BodyOf<'rule-draft.activate'>,
  ): Promise<ResponseOf<'rule-draft.activate'>> {
    return this.service.activate(caller, id, body);
  }
}
