import { type Endpoint, type EndpointName, endpoints, type Permission } from '@klyngevagt/contracts';
import { type CanActivate, type ExecutionContext, Inject, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { endpointMetadata } from '../http/endpoint.decorator.js';
import { notFound, Refusal } from '../http/refusal.js';
import type { Caller } from './caller.js';
import { CallerReader } from './caller-reader.js';
import { mayDo } from './permissions.js';

/** Metadata key of the few routes outside the endpoint table: the permission they need, or `open`. */
const accessMetadata = 'klyngevagt:access';
export const NeedsPermission = (permission: Permission) => SetMetadata(accessMetadata, permission);
export const OpenToEveryone = () => SetMetadata(accessMetadata, 'open');

/** Deny by default: a route that names neither an endpoint nor an access of its own answers nobody. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(CallerReader) private readonly callers: CallerReader,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const name = this.reflector.get<EndpointName | undefined>(endpointMetadata, context.getHandler());
    const access = this.reflector.get<Permission | 'open' | undefined>(accessMetadata, context.getHandler());
    if (!name && !access) throw notFound();
    const needed = name ? endpoints[name].permission : access === 'open' ? null : (access ?? null);
    // The language of an open page follows the person, where one is signed in.
    const caller = request.caller ?? (await this.readCaller(request));
    if (needed) {
      if (!caller) throw new Refusal('not-signed-in');
      if (!mayDo(caller.role, needed)) throw new Refusal('not-allowed');
    }
    if (name) refuseWhatTheTableDoesNotKnow(endpoints[name], request);
    return true;
  }

  private async readCaller(request: FastifyRequest): Promise<Caller | null> {
    const caller = await this.callers.read(request.headers, request.id);
    if (caller) request.caller = caller;
    return caller;
  }
}

/** An endpoint without a query takes none; and nothing is written while looking at another day or at what was known then. */
function refuseWhatTheTableDoesNotKnow(entry: Endpoint, request: FastifyRequest): void {
  if (entry.query) return;
  const given = Object.keys(request.query as Record<string, unknown>);
  if (given.length === 0) return;
  if (entry.method !== 'GET' && given.some((field) => field === 'on' || field === 'known')) throw new Refusal('looking-back');
  throw new Refusal(
    'invalid-input',
    given.map((field) => ({ field, code: 'unknown-field' })),
  );
}
