import type { EndpointName } from '@klyngevagt/contracts';
import { type CallHandler, type ExecutionContext, Inject, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';
import { addTag, AnswerTags, hasTag, jsonContentType } from '../present/answer-tags.js';
import { KeptAnswers } from '../present/kept-answers.js';
import { endpointMetadata } from './endpoint.decorator.js';

/** The caller has the present answer already. */
export class NotModified extends Error {}

/** Answers that open pages ask for again and again. */
const revalidated: ReadonlySet<EndpointName> = new Set(['portfolio.read', 'cluster.read', 'reminder.list']);
/** Of these, answers that rest on versions and the day alone. The health of reminders also hangs on the hour. */
const repeatable: ReadonlySet<EndpointName> = new Set(['portfolio.read', 'cluster.read']);

/** Tags an answer, and keeps it under its tag for whoever asks again while nothing changes (`RepeatedAnswers`). */
@Injectable()
export class EtagInterceptor implements NestInterceptor {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(AnswerTags) private readonly tags: AnswerTags,
    @Inject(KeptAnswers) private readonly kept: KeptAnswers,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const name = this.reflector.get<EndpointName | undefined>(endpointMetadata, context.getHandler());
    const { caller, url } = request;
    if (!name || !revalidated.has(name) || !caller) return next.handle();
    const tag = await this.tags.tagOf(caller, url);
    addTag(reply, tag);
    if (hasTag(request.headers['if-none-match'], tag)) throw new NotModified();
    if (!repeatable.has(name)) return next.handle();
    void reply.header('content-type', jsonContentType);
    return next.handle().pipe(
      map((answer: unknown) => {
        const body = Buffer.from(JSON.stringify(answer));
        this.kept.keep(tag, url, body);
        return body;
      }),
    );
  }
}
