import type { BodyOf, CalendarFeedAddress, CalendarFeedList, ResponseOf } from '@klyngevagt/contracts';
import { CalendarFeedRepository, CallerRepository } from '@klyngevagt/db';
import { Injectable } from '@nestjs/common';
import { actorOf, type Caller } from '../auth/caller.js';
import { Settings } from '../settings.js';
import { calendarAddress, newSecret, secretHash } from './calendar-secret.js';

/** Calendar addresses: the caller's own, and that others have some. A secret can be read by nobody at all once it was shown. */
@Injectable()
export class CalendarFeedService {
  constructor(
    private readonly feeds: CalendarFeedRepository,
    private readonly persons: CallerRepository,
    private readonly settings: Settings,
  ) {}

  async list({ scope, personId }: Caller): Promise<CalendarFeedList> {
    const [feeds, clusters] = await Promise.all([this.feeds.list(scope, personId), this.persons.readLedClusters(scope)]);
    return { feeds, clusters };
  }

  async create({ scope, personId }: Caller, { cluster, language }: BodyOf<'calendar-feed.create'>): Promise<CalendarFeedAddress> {
    const secret = newSecret();
    const feed = { personId, clusterSlug: cluster, language, secretHash: secretHash(secret) };
    return this.addressOf(await this.feeds.create(scope, feed), secret);
  }

  async renew({ personId }: Caller, id: string): Promise<CalendarFeedAddress> {
    const secret = newSecret();
    await this.feeds.renew(personId, id, secretHash(secret));
    return this.addressOf(id, secret);
  }

  /** Everybody else's, for whoever manages accounts: that they are there, not what they are. */
  async listIssued({ personId }: Caller): Promise<ResponseOf<'issued-calendar-feed.list'>> {
    return { feeds: await this.feeds.listIssued(personId) };
  }

  async revokeIssued(caller: Caller, id: string, { reason }: BodyOf<'issued-calendar-feed.revoke'>): Promise<{ id: string }> {
    await this.feeds.revokeIssued(actorOf(caller, reason), id);
    return { id };
  }

  async revoke({ personId }: Caller, id: string): Promise<{ id: string }> {
    await this.feeds.revoke(personId, id);
    return { id };
  }

  private addressOf(id: string, secret: string): CalendarFeedAddress {
    return { id, address: calendarAddress(this.settings.env.publicUrl, secret) };
  }
}
