import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { OpenToEveryone } from '../auth/session.guard.js';
import { HealthService } from './health.service.js';

@Controller('health')
export class HealthController {
  constructor(private readonly service: HealthService) {}

  @Get('live')
  @OpenToEveryone()
  live(): { status: 'live' } {
    return { status: 'live' };
  }

  @Get('ready')
  @OpenToEveryone()
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<object> {
    const readiness = await this.service.check();
    void reply.status(readiness.status === 'ready' ? 200 : 503);
    return readiness;
  }
}
