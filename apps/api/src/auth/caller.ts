import type { Role } from '@klyngevagt/contracts';
import type { Actor, PresentState, Scope } from '@klyngevagt/db';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Language } from '@klyngevagt/messages';

/** Who asks: read from the database on every request, so that a changed role holds at once. */
export interface Caller {
  personId: string;
  accountId: string;
  role: Role;
  language: Language;
  /** What the repositories may answer about. */
  scope: Scope;
  requestId: string;
  /** The state of the database in which all this was so. */
  present: PresentState;
}

/** In whose name the caller writes, and why. */
export function actorOf(caller: Caller, reason: string | null): Actor {
  return { accountId: caller.accountId, role: caller.role, requestId: caller.requestId, reason };
}

declare module 'fastify' {
  interface FastifyRequest {
    caller?: Caller;
  }
}

/** The caller of a handler that needs a permission; the guard has put it there. */
export const CurrentCaller = createParamDecorator((_: unknown, context: ExecutionContext): Caller => {
  const caller = context.switchToHttp().getRequest<FastifyRequest>().caller;
  if (!caller) throw new Error('A handler without a permission asks who is calling.');
  return caller;
});

/** Aborted when whoever asked hangs up before the answer: long work need not be finished for nobody. */
export const CallerGone = createParamDecorator((_: unknown, context: ExecutionContext): AbortSignal => {
  const { raw } = context.switchToHttp().getResponse<FastifyReply>();
  const gone = new AbortController();
  raw.once('close', () => {
    if (!raw.writableFinished) gone.abort();
  });
  return gone.signal;
});
