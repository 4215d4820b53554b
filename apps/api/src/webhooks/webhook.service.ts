import type { BodyOf, ResponseOf, WebhookSecret, WebhookView } from '@klyngevagt/contracts';
import { WebhookEndpointRepository, type WebhookEndpointRow, type WebhookSecrets, webhookSecrets } from '@klyngevagt/db';
import type { Language } from '@klyngevagt/messages';
import { Injectable } from '@nestjs/common';
import { isIP } from 'node:net';
import { actorOf, type Caller } from '../auth/caller.js';
import { Refusal } from '../http/refusal.js';
import { Settings } from '../settings.js';

/** Endpoints of other systems. A secret leaves the house once, in the answer to whoever made it. */
@Injectable()
export class WebhookService {
  private readonly secrets: WebhookSecrets;
  private readonly isPrivateAllowed: boolean;

  constructor(
    private readonly endpoints: WebhookEndpointRepository,
    { env }: Settings,
  ) {
    this.secrets = webhookSecrets(env.authSecret);
    this.isPrivateAllowed = env.isPrivateWebhookAllowed;
  }

  async list({ language }: Caller): Promise<ResponseOf<'webhook.list'>> {
    const rows = await this.endpoints.list();
    return { webhooks: rows.map((row) => present(row, language)) };
  }

  async create(caller: Caller, { reason, ...values }: BodyOf<'webhook.create'>): Promise<WebhookSecret> {
    this.checkUrl(values.url);
    const { id, secret } = await this.endpoints.create(actorOf(caller, reason), values, {
      secrets: this.secrets,
      personId: caller.personId,
    });
    return { id, secret };
  }

  async edit(caller: Caller, id: string, { reason, revision, ...values }: BodyOf<'webhook.edit'>): Promise<{ id: string }> {
    this.checkUrl(values.url);
    return this.endpoints.edit(actorOf(caller, reason), { id, expectedRevision: revision }, values);
  }

  async switch(caller: Caller, id: string, { reason, revision, isActive }: BodyOf<'webhook.switch'>): Promise<{ id: string }> {
    return this.endpoints.switch(actorOf(caller, reason), { id, expectedRevision: revision }, isActive);
  }

  async changeSecret(caller: Caller, id: string, { reason, revision, endOldNow }: BodyOf<'webhook.change-secret'>): Promise<WebhookSecret> {
    const { secret } = await this.endpoints.changeSecret(
      actorOf(caller, reason),
      { id, expectedRevision: revision },
      { secrets: this.secrets, endsBeforeNow: endOldNow },
    );
    return { id, secret };
  }

  /** What nobody can reach is refused at once. Where a name leads is looked at whenever something is sent, since that may change. */
  private checkUrl(text: string): void {
    const refuse = (code: string) => new Refusal('invalid-input', [{ field: 'url', code }]);
    if (!URL.canParse(text)) throw refuse('wrong-form');
    if (this.isPrivateAllowed) return;
    const { protocol, hostname } = new URL(text);
    if (protocol !== 'https:') throw refuse('not-https');
    if (isIP(hostname.replace(/^\[(.*)\]$/, '$1')) !== 0 || !hostname.includes('.')) throw refuse('not-a-public-name');
  }
}

function present(row: WebhookEndpointRow, language: Language): WebhookView {
  const { programme, secretBeforeUntil, createdByName, ...same } = row;
  return {
    ...same,
    programme: programme && { slug: programme.slug, name: language === 'da' ? programme.nameDa : programme.nameEn },
    createdBy: createdByName,
    oldSecretUntil: secretBeforeUntil,
  };
}
