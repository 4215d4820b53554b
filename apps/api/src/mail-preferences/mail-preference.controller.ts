import type { BodyOf, ParamsOf, ResponseOf } from '@klyngevagt/contracts';
import { Body, Controller, Get, HttpCode, Ip, Param, Post, Redirect, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { MailLinks } from '../acknowledgements/mail-links.js';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { OpenToEveryone } from '../auth/session.guard.js';
import { Endpoint } from '../http/endpoint.decorator.js';
import { Refusal } from '../http/refusal.js';
import { MailPreferenceService } from './mail-preference.service.js';
import { isOneClick } from './one-click.js';

@Controller()
export class MailPreferenceController {
  constructor(
    private readonly service: MailPreferenceService,
    private readonly links: MailLinks,
  ) {}

  @Endpoint('mail-preference.list')
  async list(@CurrentCaller() caller: Caller): Promise<ResponseOf<'mail-preference.list'>> {
    return this.service.list(caller);
  }

  @Endpoint('mail-preference.choose')
  async choose(
    @CurrentCaller() caller: Caller,
    @Body() body: BodyOf<'mail-preference.choose'>,
  ): Promise<ResponseOf<'mail-preference.choose'>> {
    return this.service.choose(caller, body);
  }

  @Endpoint('unsubscription.read')
  async read(@Param() { token }: ParamsOf<'unsubscription.read'>, @Ip() address: string): Promise<ResponseOf<'unsubscription.read'>> {
    return this.service.read(this.links.unsubscription(token, address));
  }

  @Endpoint('unsubscription.choose')
  async chooseByLink(
    @Param() { token }: ParamsOf<'unsubscription.choose'>,
    @Body() { wanted }: BodyOf<'unsubscription.choose'>,
    @Ip() address: string,
  ): Promise<ResponseOf<'unsubscription.choose'>> {
    return this.service.chooseByLink(this.links.unsubscription(token, address), wanted);
  }

  /** What a mail program sends when its reader presses "unsubscribe" (RFC 8058): a form, from no page of ours, answered without a page. */
  @Post('/api/unsubscribe/:token')
  @HttpCode(200)
  @OpenToEveryone()
  async unsubscribe(@Param('token') token: string, @Ip() address: string, @Req() request: FastifyRequest): Promise<void> {
    const link = this.links.unsubscription(token, address);
    if (!(await isOneClick(request))) throw new Refusal('invalid-input');
    await this.service.chooseByLink(link, false);
  }

  /** Mail programs that do not post open the same address: the page asks first. */
  @Get('/api/unsubscribe/:token')
  @Redirect()
  @OpenToEveryone()
  open(@Param('token') token: string): { url: string; statusCode: number } {
    return { url: `/unsubscribe/${encodeURIComponent(token)}`, statusCode: 303 };
  }
}
