import { createHash } from 'node:crypto';
import type { EndpointName } from '@klyngevagt/contracts';
import { VersionRepository } from '@klyngevagt/db';
import { type CallHandler, type ExecutionContext, Inject, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import { Build } from '../build.js';
import { Clock } from '../clock.js';
import { endpointMetadata } from './endpoint.decorator.js';

/** The caller has the present answer already. */
export class NotModified extends Error {}

/** Answers that open pages ask for again and again. */
const revalidated: ReadonlySet<EndpointName> = new Set(['portfolio.read', 'cluster.read', 'reminder.list']);

/**
 * The tag of an answer: what the caller may see, the day it is about (so that midnight changes it), language, role and build. It is
 * read before the answer is made, so it may be older than the answer, never newer.
 */
@Injectable()
export class EtagInterceptor implements NestInterceptor {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(VersionRepository) private readonly versions: VersionRepository,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Build) private readonly build: Build,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const name = this.reflector.get<EndpointName | undefined>(endpointMetadata, context.getHandler());
    if (!name || !revalidated.has(name) || !request.caller) return next.handle();
    const tag = await this.tagOf(request);
    void reply.header('etag', tag).header('cache-control', 'private, no-cache').header('vary', 'Cookie, Accept-Language');
    if (request.headers['if-none-match']?.split(/,\s*/).includes(tag)) throw new NotModified();
    return next.handle();
  }

  private async tagOf({ caller, url }: FastifyRequest): Promise<string> {
    if (!caller) return '';
    const [{ digest }, today] = await Promise.all([this.versions.read(caller.scope), this.clock.today()]);
    const { role, personId, language } = caller;
    const state = [digest, today, url, role, personId, language, this.build.digest].join('\n');
    return `W/"${createHash('sha256').update(state).digest('base64url').slice(0, 22)}"`;
  }
}
