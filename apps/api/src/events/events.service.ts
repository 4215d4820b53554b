import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CallerReader } from '../auth/caller-reader.js';
import { mayDo } from '../auth/permissions.js';
import { EventHub, type Subscriber } from './event-hub.js';

const heartbeatMs = 20_000;
/** A page that does not read any more is let go; it connects again by itself. */
const waitingBytes = 256 * 1024;

/** Server-sent events for one open page, for as long as its session lasts. */
@Injectable()
export class EventsService {
  constructor(
    private readonly hub: EventHub,
    private readonly callers: CallerReader,
  ) {}

  open(request: FastifyRequest, reply: FastifyReply): void {
    const { raw } = reply;
    reply.hijack();
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
