import type { BodyOf, ParamsOf, QueryOf, ResponseOf } from '@klyngevagt/contracts';
import { Body, Controller, Param, Query } from '@nestjs/common';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { Endpoint } from '../http/endpoint.decorator.js';
import { WebhookDeliveryService } from './webhook-delivery.service.js';
import { WebhookService } from './webhook.service.js';

@Controller()
export class WebhookController {
  constructor(
    private readonly service: WebhookService,
    private readonly deliveries: WebhookDeliveryService,
  ) {}

  @Endpoint('webhook.list')
  async list(@CurrentCaller() caller: Caller): Promise<ResponseOf<'webhook.list'>> {
    return this.service.list(caller);
  }

  @Endpoint('webhook.create')
  async create(@CurrentCaller() caller: Caller, @Body() body: BodyOf<'webhook.create'>): Promise<ResponseOf<'webhook.create'>> {
    return this.service.create(caller, body);
  }

  @Endpoint('webhook.edit')
  async edit(
    @CurrentCaller() caller: Caller,
    @Param() { id }: ParamsOf<'webhook.edit'>,
    @Body() body: BodyOf<'webhook.edit'>,
  ): Promise<ResponseOf<'webhook.edit'>> {
    return this.service.edit(caller, id, body);
  }

  @Endpoint('webhook.switch')
  async switch(
    @CurrentCaller() caller: Caller,
    @Param() { id }: ParamsOf<'webhook.switch'>,
    @Body() body: BodyOf<'webhook.switch'>,
  ): Promise<ResponseOf<'webhook.switch'>> {
    return this.service.switch(caller, id, body);
  }

  @Endpoint('webhook.change-secret')
  async changeSecret(
    @CurrentCaller() caller: Caller,
    @Param() { id }: ParamsOf<'webhook.change-secret'>,
    @Body() body: BodyOf<'webhook.change-secret'>,
  ): Promise<ResponseOf<'webhook.change-secret'>> {
    return this.service.changeSecret(caller, id, body);
  }

  @Endpoint('webhook.test')
  async test(@Param() { id }: ParamsOf<'webhook.test'>): Promise<ResponseOf<'webhook.test'>> {
    return this.deliveries.test(id);
  }

  @Endpoint('webhook.replay')
  async replayFailed(
    @Param() { id }: ParamsOf<'webhook.replay'>,
    @Body() { since }: BodyOf<'webhook.replay'>,
  ): Promise<ResponseOf<'webhook.replay'>> {
    return this.deliveries.replayFailed(id, since);
  }

  @Endpoint('webhook-delivery.list')
  async listDeliveries(
    @CurrentCaller() caller: Caller,
    @Query() query: QueryOf<'webhook-delivery.list'>,
  ): Promise<ResponseOf<'webhook-delivery.list'>> {
    return this.deliveries.list(caller, query);
  }

  @Endpoint('webhook-delivery.replay')
  async replay(
    @CurrentCaller() caller: Caller,
    @Param() { id }: ParamsOf<'webhook-delivery.replay'>,
  ): Promise<ResponseOf<'webhook-delivery.replay'>> {
    return this.deliveries.replay(caller, id);
  }
}
