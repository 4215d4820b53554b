import { createHash } from 'node:crypto';
import type { EndpointName } from '@klyngevagt/contracts';
import { type CallHandler, type ExecutionContext, Inject, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable, of } from 'rxjs';
import { Build } from '../build.js';
import type { PresentState } from '@klyngevagt/db';
import type { Caller } from '../auth/caller.js';
import { KeptAnswers } from '../present/kept-answers.js';
import { VisibleVersions } from '../present/visible-versions.js';
import { endpointMetadata } from './endpoint.decorator.js';

/** The caller has the present answer already. */
export class NotModified extends Error {}
const notModified = new NotModified();

/** Answers that open pages ask for again and again. */
const revalidated: ReadonlySet<EndpointName> = new Set(['portfolio.read', 'cluster.read', 'reminder.list']);
/** Of these, answers that rest on versions and the day alone. The health of reminders also hangs on the hour. */
const keptAnswers: ReadonlySet<EndpointName> = new Set(['portfolio.read', 'cluster.read']);

/**
 * The tag of an answer: what the caller may see, the day it is about (so that midnight changes it), language, role and build. It is
 * read before the answer is made, so it may be older than the answer, never newer. An answer is kept under its tag: while nothing
 * changes, whoever asks again gets the same bytes.
 */
@Injectable()
export class EtagInterceptor implements NestInterceptor {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(VisibleVersions) private readonly versions: VisibleVersions,
    @Inject(KeptAnswers) private readonly kept: KeptAnswers,
    @Inject(Build) private readonly build: Build,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const name = this.reflector.get<EndpointName | undefined>(endpointMetadata, context.getHandler());
    const { caller, present, url } = request;
    if (!name || !revalidated.has(name) || !caller || !present) return next.handle();
    const tag = await this.tagOf(caller, present, url);
    void reply.header('etag', tag).header('cache-control', 'private, no-cache').header('vary', 'Cookie, Accept-Language');
    if (request.headers['if-none-match']?.split(/,\s*/).includes(tag)) throw notModified;
    if (!keptAnswers.has(name)) return next.handle();
    void reply.header('content-type', 'application/json; charset=utf-8');
    const kept = this.kept.find(tag);
    if (kept) return of(kept);
    return next.handle().pipe(map((answer: unknown) => this.keep(tag, answer)));
  }

  private keep(tag: string, answer: unknown): Buffer {
    const body = Buffer.from(JSON.stringify(answer));
    this.kept.keep(tag, body);
    return body;
  }

  private async tagOf({ scope, role, personId, language }: Caller, present: PresentState, url: string): Promise<string> {
    const { digest } = await this.versions.of(scope, present);
    const state = [digest, present.today, url, role, personId, language, this.build.digest].join('\n');
    return `W/"${createHash('sha256').update(state).digest('base64url').slice(0, 22)}"`;
  }
}
