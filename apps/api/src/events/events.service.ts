import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Accounts } from '../auth/accounts.js';
import { CallerReader } from '../auth/caller-reader.js';
import { mayDo } from '../auth/permissions.js';
import { Refusal } from '../http/refusal.js';
import { EventHub, type Subscriber } from './event-hub.js';

const heartbeatMs = 20_000;
/** A page that does not read any more is let go; it connects again by itself. */
const waitingBytes = 256 * 1024;
/** Pages that one session may hold open: more than anybody looks at, few enough not to use up the server. */
const mostPerSession = 20;

/** Server-sent events for one open page, for as long as its session lasts. */
@Injectable()
export class EventsService {
  /** How many pages each session holds open. */
  private readonly opened = new Map<string, number>();

  constructor(
    private readonly hub: EventHub,
    private readonly callers: CallerReader,
    private readonly accounts: Accounts,
  ) {}

  async open(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const session = await this.accounts.sessionOf(request.headers);
    if (session === null) throw new Refusal('not-signed-in');
    if ((this.opened.get(session) ?? 0) >= mostPerSession) throw new Refusal('too-many-requests');
    const { raw } = reply;
    reply.hijack();
    // Gone while the session was looked up: nothing would ever close it.
    if (raw.destroyed) return;
    this.count(session, 1);
    raw.on('close', () => this.count(session, -1));
    this.stream(request, reply);
  }

  private count(session: string, change: 1 | -1): void {
    const pages = (this.opened.get(session) ?? 0) + change;
    if (pages > 0) this.opened.set(session, pages);
    else this.opened.delete(session);
  }

  private stream(request: FastifyRequest, reply: FastifyReply): void {
    const { raw } = reply;
    for (const [name, value] of Object.entries(reply.getHeaders())) if (value !== undefined) raw.setHeader(name, value);
    raw.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no' });
    raw.write('retry: 2000\n\n');
    const subscriber: Subscriber = {
      maySee: (clusterId) => this.maySee(request, clusterId),
      send: (event) => {
        raw.write(`data: ${JSON.stringify(event)}\n\n`);
        if (raw.writableLength > waitingBytes) raw.destroy();
      },
      end: () => raw.end(),
    };
    const unsubscribe = this.hub.subscribe(subscriber);
    const heartbeat = setInterval(() => void this.beat(request, raw, subscriber), heartbeatMs);
    raw.on('close', () => {
      clearInterval(heartbeat);
      unsubscribe();
    });
  }

  private async beat(request: FastifyRequest, raw: FastifyReply['raw'], subscriber: Subscriber): Promise<void> {
    // What was written a whole beat ago still waits: nobody reads at the other end.
    if (raw.writableLength > 0) return void raw.destroy();
    raw.write(': still here\n\n');
    const answer = await this.maySee(request, null).catch(() => 'yes' as const);
    if (answer === 'over') subscriber.end();
  }

  /** Asked afresh every time: signing out or losing a role ends what was open. */
  private async maySee(request: FastifyRequest, clusterId: string | null): Promise<'yes' | 'no' | 'over'> {
    const caller = await this.callers.read(request.headers, request.id);
    if (!caller || !mayDo(caller.role, 'events:read')) return 'over';
    const { scope } = caller;
    return clusterId === null || scope.kind === 'all' || scope.clusterIds.includes(clusterId) ? 'yes' : 'no';
  }
}
