import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { NeedsPermission } from '../auth/session.guard.js';
import { apiPrefix } from '../http/endpoint.decorator.js';
import { EventsService } from './events.service.js';

@Controller()
export class EventsController {
  constructor(private readonly service: EventsService) {}

  @Get(`${apiPrefix}/events`)
  @NeedsPermission('events:read')
  async open(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.service.open(request, reply);
  }
}
