import { Controller, Get, Header, Headers } from '@nestjs/common';
import { OpenToEveryone } from '../auth/session.guard.js';
import { checkBearer } from '../http/bearer-word.js';
import { MailReturnService } from '../mail-returns/mail-return.service.js';
import { Settings } from '../settings.js';
import { metricsContentType } from './metrics-text.js';
import { MetricsService } from './metrics.service.js';

/** For monitoring systems, which have no session but a word of their own. Where none was agreed there is nothing to read. */
@Controller('metrics')
export class MetricsController {
  constructor(
    private readonly settings: Settings,
    private readonly service: MetricsService,
    private readonly mailReturns: MailReturnService,
  ) {}

  @Get()
  @OpenToEveryone()
  @Header('content-type', metricsContentType)
  @Header('cache-control', 'no-store')
  async read(@Headers('authorization') authorization: string | undefined): Promise<string> {
    checkBearer(authorization, this.settings.env.metricsToken);
    return this.service.read([this.mailReturns.metric()]);
  }
}
