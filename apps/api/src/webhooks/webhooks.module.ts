import { Module } from '@nestjs/common';
import { WakeWorker } from '../wake-worker.js';
import { WebhookDeliveryService } from './webhook-delivery.service.js';
import { WebhookController } from './webhook.controller.js';
import { WebhookService } from './webhook.service.js';

@Module({
  controllers: [WebhookController],
  providers: [WakeWorker, WebhookDeliveryService, WebhookService],
})
export class WebhooksModule {}
