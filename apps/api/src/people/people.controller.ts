import type { BodyOf, ParamsOf, ResponseOf } from '@klyngevagt/contracts';
import { Body, Controller, Param } from '@nestjs/common';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { Endpoint } from '../http/endpoint.decorator.js';
import { PeopleService } from './people.service.js';
import { PersonLifeService } from './person-life.service.js';

@Controller()
export class PeopleController {
  constructor(
    private readonly service: PeopleService,
    private readonly lives: PersonLifeService,
  ) {}

  @Endpoint('people.list')
  async list(@CurrentCaller() caller: Caller): Promise<ResponseOf<'people.list'>> {
    return this.service.list(caller);
  }

  @Endpoint('people.invite')
  async invite(@CurrentCaller() caller: Caller, @Body() body: BodyOf<'people.invite'>): Promise<ResponseOf<'people.invite'>> {
    return this.service.invite(caller, body);
  }

  @Endpoint('people.edit')
  async edit(
    @CurrentCaller() caller: Caller,
    @Param() { id }: ParamsOf<'people.edit'>,
    @Body() body: BodyOf<'people.edit'>,
  ): Promise<ResponseOf<'people.edit'>> {
    return this.service.edit(caller, id, body);
  }

  @Endpoint('people.invite-again')
  async inviteAgain(
    @CurrentCaller() caller: Caller,
    @Param() { id }: ParamsOf<'people.invite-again'>,
    @Body() body: BodyOf<'people.invite-again'>,
  ): Promise<ResponseOf<'people.invite-again'>> {
    return this.service.inviteAgain(caller, id, body);
  }

  @Endpoint('people.hand-over')
  async handOver(
    @CurrentCaller() caller: Caller,
    @Param() { id }: ParamsOf<'people.hand-over'>,
    @Body() body: BodyOf<'people.hand-over'>,
  ): Promise<ResponseOf<'people.hand-over'>> {
    return this.lives.handOver(caller, id, body);
  }

  @Endpoint('people.leave')
  async leave(
    @CurrentCaller() caller: Caller,
    @Param() { id }: ParamsOf<'people.leave'>,
    @Body() body: BodyOf<'people.leave'>,
  ): Promise<ResponseOf<'people.leave'>> {
    return this.lives.leave(caller, id, body);
  }

  @Endpoint('people.erase')
  async erase(
    @CurrentCaller() caller: Caller,
    @Param() { id }: ParamsOf<'people.erase'>,
    @Body() body: BodyOf<'people.erase'>,
  ): Promise<ResponseOf<'people.erase'>> {
    return this.lives.erase(caller, id, body);
  }
}
