import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Caller } from '../auth/caller.js';
import { Build } from '../build.js';
import { VisibleVersions } from './visible-versions.js';

/** What of a caller an answer hangs on. */
export type AskedBy = Pick<Caller, 'scope' | 'role' | 'personId' | 'language' | 'present'>;

/**
 * The tag of an answer: what the caller may see, the day it is about (so that midnight changes it), language, role and build. It is
 * read before the answer is made, so it may be older than the answer, never newer.
 */
@Injectable()
export class AnswerTags {
  constructor(
    private readonly versions: VisibleVersions,
    private readonly build: Build,
  ) {}

  async tagOf({ scope, role, personId, language, present }: AskedBy, url: string): Promise<string> {
    const { digest } = await this.versions.of(scope, present);
    const state = [digest, present.today, url, role, personId, language, this.build.digest].join('\n');
    return `W/"${createHash('sha256').update(state).digest('base64url').slice(0, 22)}"`;
  }
}

/** The browser keeps the answer and asks each time whether it still holds. */
export function addTag(reply: FastifyReply, tag: string): void {
  void reply.header('etag', tag).header('cache-control', 'private, no-cache').header('vary', 'Cookie, Accept-Language, Accept-Encoding');
}

export function hasTag(ifNoneMatch: string | undefined, tag: string): boolean {
  return ifNoneMatch !== undefined && (ifNoneMatch === tag || ifNoneMatch.split(/,\s*/).includes(tag));
}

export const jsonContentType = 'application/json; charset=utf-8';
