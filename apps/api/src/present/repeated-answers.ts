import { Injectable } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { CallerReader } from '../auth/caller-reader.js';
import { addTag, AnswerTags, hasTag, jsonContentType } from './answer-tags.js';
import { KeptAnswers } from './kept-answers.js';

/**
 * Answers again what was answered before, while nothing that the caller may see has changed: before guards, schemas and rules, which
 * said yes to the same person in the same role when the answer was made. Everything else goes the ordinary way.
 */
@Injectable()
export class RepeatedAnswers {
  constructor(
    private readonly callers: CallerReader,
    private readonly tags: AnswerTags,
    private readonly kept: KeptAnswers,
  ) {}

  serve(server: FastifyInstance): void {
    server.addHook('onRequest', async (request, reply) => this.answer(request, reply));
  }

  private async answer(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> {
    if (request.method !== 'GET' || !this.kept.has(request.url)) return undefined;
    const caller = await this.callers.read(request.headers, request.id);
    if (!caller) return undefined;
    request.caller = caller;
    const tag = await this.tags.tagOf(caller, request.url);
    const answer = this.kept.find(tag);
    if (!answer) return undefined;
    addTag(reply, tag);
    if (hasTag(request.headers['if-none-match'], tag)) return reply.code(304).send();
    void reply.header('content-type', jsonContentType);
    if (answer.compressed && takesBrotli(request.headers['accept-encoding']))
      return reply.header('content-encoding', 'br').send(answer.compressed);
    return reply.send(answer.body);
  }
}

/** As browsers say it; whoever weighs encodings against each other gets the plain text. */
function takesBrotli(acceptEncoding: string | string[] | undefined): boolean {
  return String(acceptEncoding ?? '')
    .split(',')
    .some((encoding) => encoding.trim() === 'br');
}
