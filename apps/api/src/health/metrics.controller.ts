import { createHash, timingSafeEqual } from 'node:crypto';
import { Controller, Get, Header, Headers } from '@nestjs/common';
import { OpenToEveryone } from '../auth/session.guard.js';
import { notFound, Refusal } from '../http/refusal.js';
import { Settings } from '../settings.js';
import { metricsContentType } from './metrics-text.js';
import { MetricsService } from './metrics.service.js';

/** For monitoring systems, which have no session but a word of their own. Where none was agreed there is nothing to read. */
@Controller('metrics')
export class MetricsController {
  constructor(
    private readonly settings: Settings,
    private readonly service: MetricsService,
  ) {}

  @Get()
  @OpenToEveryone()
  @Header('content-type', metricsContentType)
  @Header('cache-control', 'no-store')
  async read(@Headers('authorization') authorization: string | undefined): Promise<string> {
    const { metricsToken } = this.settings.env;
    if (metricsToken === null) throw notFound();
    if (!isSame(authorization ?? '', `Bearer ${metricsToken}`)) throw new Refusal('not-signed-in');
    return this.service.read();
  }
}

/** How long it takes tells nothing about how much of it was right. */
function isSame(given: string, right: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(right));
}
