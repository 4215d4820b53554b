import type { BodyOf, ResponseOf } from '@klyngevagt/contracts';
import { Body, Controller } from '@nestjs/common';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { Endpoint } from '../http/endpoint.decorator.js';
import { MeService } from './me.service.js';
import { SignInOptionsService } from './sign-in-options.service.js';

@Controller()
export class MeController {
  constructor(
    private readonly service: MeService,
    private readonly signIn: SignInOptionsService,
  ) {}

  @Endpoint('sign-in.options')
  async signInOptions(): Promise<ResponseOf<'sign-in.options'>> {
    return this.signIn.read();
  }

  @Endpoint('me.read')
  async read(@CurrentCaller() caller: Caller): Promise<ResponseOf<'me.read'>> {
    return this.service.read(caller);
  }

  @Endpoint('me.language')
  async chooseLanguage(@CurrentCaller() caller: Caller, @Body() body: BodyOf<'me.language'>): Promise<ResponseOf<'me.language'>> {
    return this.service.chooseLanguage(caller, body);
  }
}
