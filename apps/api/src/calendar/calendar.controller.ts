import type { BodyOf, ParamsOf, ResponseOf } from '@klyngevagt/contracts';
import { Body, Controller, Get, Headers, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { OpenToEveryone } from '../auth/session.guard.js';
import { Endpoint } from '../http/endpoint.decorator.js';
import { NotModified } from '../http/etag.interceptor.js';
import { Refusal } from '../http/refusal.js';
import { hasTag } from '../present/answer-tags.js';
import { CalendarFeedReader } from './calendar-feed-reader.js';
import { CalendarFeedService } from './calendar-feed.service.js';
import { CalendarPace } from './calendar-pace.js';

@Controller()
export class CalendarController {
  constructor(
    private readonly feeds: CalendarFeedService,
    private readonly reader: CalendarFeedReader,
    private readonly pace: CalendarPace,
  ) {}

  @Endpoint('calendar-feed.list')
  async list(@CurrentCaller() caller: Caller): Promise<ResponseOf<'calendar-feed.list'>> {
    return this.feeds.list(caller);
  }

  @Endpoint('calendar-feed.create')
  async create(@CurrentCaller() caller: Caller, @Body() body: BodyOf<'calendar-feed.create'>): Promise<ResponseOf<'calendar-feed.create'>> {
    return this.feeds.create(caller, body);
  }

  @Endpoint('calendar-feed.renew')
  async renew(
    @CurrentCaller() caller: Caller,
    @Param() { id }: ParamsOf<'calendar-feed.renew'>,
    @Body() _body: BodyOf<'calendar-feed.renew'>,
  ): Promise<ResponseOf<'calendar-feed.renew'>> {
    return this.feeds.renew(caller, id);
  }

  @Endpoint('calendar-feed.revoke')
  async revoke(
    @CurrentCaller() caller: Caller,
    @Param() { id }: ParamsOf<'calendar-feed.revoke'>,
    @Body() _body: BodyOf<'calendar-feed.revoke'>,
  ): Promise<ResponseOf<'calendar-feed.revoke'>> {
    return this.feeds.revoke(caller, id);
  }

  @Endpoint('issued-calendar-feed.list')
  async listIssued(@CurrentCaller() caller: Caller): Promise<ResponseOf<'issued-calendar-feed.list'>> {
    return this.feeds.listIssued(caller);
  }

  @Endpoint('issued-calendar-feed.revoke')
  async revokeIssued(
    @CurrentCaller() caller: Caller,
    @Param() { id }: ParamsOf<'issued-calendar-feed.revoke'>,
    @Body() body: BodyOf<'issued-calendar-feed.revoke'>,
  ): Promise<ResponseOf<'issued-calendar-feed.revoke'>> {
    return this.feeds.revokeIssued(caller, id, body);
  }

  /**
   * The calendar itself. The secret is the whole permission, so what is wrong, revoked or nobody's any more is answered alike. Only a tag
   * is compared: a date would not tell a calendar that a cluster left its scope.
   */
  @Get('/api/calendar/:file')
  @OpenToEveryone()
  async read(
    @Param('file') file: string,
    @Headers('if-none-match') ifNoneMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const asked = await this.reader.ask(file);
    const seconds = this.pace.waitFor(asked.owner.id);
    this.pace.count(asked.owner.id);
    if (seconds !== null) {
      void reply.header('retry-after', seconds);
      throw new Refusal('too-many-requests');
    }
    void reply.header('etag', asked.tag).header('cache-control', 'private, no-cache').header('x-robots-tag', 'noindex');
    if (hasTag(ifNoneMatch, asked.tag)) throw new NotModified();
    const { text, changedAt } = await this.reader.read(asked);
    if (changedAt !== null) void reply.header('last-modified', new Date(changedAt).toUTCString());
    void reply.header('content-type', 'text/calendar; charset=utf-8').header('content-disposition', 'inline; filename="klyngevagt.ics"');
    return text;
  }
}
