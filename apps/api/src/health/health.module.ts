import { Module } from '@nestjs/common';
import { MailReturnsModule } from '../mail-returns/mail-returns.module.js';
import { RemindersModule } from '../reminders/reminders.module.js';
import { HealthController } from './health.controller.js';
import { HealthService } from './health.service.js';
import { MetricsController } from './metrics.controller.js';
import { MetricsService } from './metrics.service.js';

@Module({
  imports: [MailReturnsModule, RemindersModule],
  controllers: [HealthController, MetricsController],
  providers: [HealthService, MetricsService],
})
export class HealthModule {}
