import type { BodyOf, ParamsOf, ResponseOf } from '@klyngevagt/contracts';
import { Body, Controller, Ip, Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { Endpoint } from '../http/endpoint.decorator.js';
import { languageOf } from '../http/language.js';
import { AcknowledgementService } from './acknowledgement.service.js';
import { MailLinks } from './mail-links.js';

/** By a link of a mail, whoever follows it; and in the product. A session plays no part in a link. */
@Controller()
export class AcknowledgementController {
  constructor(
    private readonly links: MailLinks,
    private readonly service: AcknowledgementService,
  ) {}

  @Endpoint('acknowledgement.read')
  async read(@Param() { token }: ParamsOf<'acknowledgement.read'>, @Ip() address: string): Promise<ResponseOf<'acknowledgement.read'>> {
    return this.service.read(this.links.acknowledgement(token, address));
  }

  @Endpoint('acknowledgement.give')
  async give(
    @Param() { token }: ParamsOf<'acknowledgement.give'>,
    @Body() body: BodyOf<'acknowledgement.give'>,
    @Ip() address: string,
    @Req() request: FastifyRequest,
  ): Promise<ResponseOf<'acknowledgement.give'>> {
    const follower = { requestId: request.id, language: languageOf(request) };
    return this.service.give(this.links.acknowledgement(token, address), body, follower);
  }

  @Endpoint('reminder.acknowledge')
  async acknowledge(
    @CurrentCaller() caller: Caller,
    @Param() { id }: ParamsOf<'reminder.acknowledge'>,
    @Body() body: BodyOf<'reminder.acknowledge'>,
  ): Promise<ResponseOf<'reminder.acknowledge'>> {
    return this.service.acknowledgeReminder(caller, id, body);
  }
}
