import { Inject, Injectable } from '@nestjs/common';
import type { IncomingHttpHeaders } from 'node:http';
import { KnownSessions } from '../present/known-sessions.js';
import { Present } from '../present/present.js';
import { Accounts } from './accounts.js';
import type { Caller } from './caller.js';
import { scopeOf } from './scope.js';

/**
 * From a request to who asks and what may be answered. Session, person and role are read from the database for every request, so that
 * signing out and a changed role hold at once; only the signature of a cookie is not checked twice.
 */
@Injectable()
export class CallerReader {
  private readonly sessions = new KnownSessions();

  constructor(
    @Inject(Accounts) private readonly accounts: Accounts,
    @Inject(Present) private readonly present: Present,
  ) {}

  async read(headers: IncomingHttpHeaders, requestId: string): Promise<Caller | null> {
    const { cookie } = headers;
    if (!cookie) return null;
    const known = this.sessions.find(cookie);
    const session = known ?? (await this.accounts.sessionOf(headers));
    if (session === null) return null;
    const present = await this.present.read(session);
    const found = present.callers.get(session);
    if (!found) {
      this.sessions.forget(cookie);
      return null;
    }
    if (known === null) this.sessions.remember(cookie, session);
    const { personId, accountId, role, language, clusterIds } = found;
    return { personId, accountId, role, language, scope: scopeOf(role, clusterIds), requestId, present };
  }
}
