import type { BodyOf, ParamsOf, QueryOf, ResponseOf } from '@klyngevagt/contracts';
import { Body, Controller, Param, Query } from '@nestjs/common';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { Endpoint } from '../http/endpoint.decorator.js';
import { FrameworkService } from './framework.service.js';

@Controller()
export class FrameworkController {
  constructor(private readonly service: FrameworkService) {}

  @Endpoint('framework.list')
  async list(@Query() query: QueryOf<'framework.list'>): Promise<ResponseOf<'framework.list'>> {
    return this.service.list(query);
  }

  @Endpoint('framework.read')
  async read(
    @Param() { id }: ParamsOf<'framework.read'>,
    @Query() query: QueryOf<'framework.read'>,
  ): Promise<ResponseOf<'framework.read'>> {
    return this.service.read(id, query);
  }

  @Endpoint('framework.compare')
  async compare(@CurrentCaller() caller: Caller, @Param() { id }: ParamsOf<'framework.compare'>): Promise<ResponseOf<'framework.compare'>> {
    return this.service.compare(caller, id);
  }

  @Endpoint('framework.import')
  async import(@CurrentCaller() caller: Caller, @Body() body: BodyOf<'framework.import'>): Promise<ResponseOf<'framework.import'>> {
    return this.service.import(caller, body);
  }

  @Endpoint('framework.activate')
  async activate(
    @CurrentCaller() caller: Caller,
    @Param() { id }: ParamsOf<'framework.activate'>,
    @Body() body: BodyOf<'framework.activate'>,
  ): Promise<ResponseOf<'framework.activate'>> {
    return this.service.activate(caller, id, body);
  }
}
