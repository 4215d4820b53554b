import type { Me, Permission } from '@klyngevagt/contracts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { ApiProblem, reach } from './api-client.js';
import { meQuery } from './queries.js';

/** Who is signed in. Only below the signed-in route, where it is already there. */
export function useMe(): Me {
  return useSuspenseQuery(meQuery).data;
}

export function useMay(permission: Permission): boolean {
  return useMe().permissions.includes(permission);
}

/** Sign-in, sign-out and passwords go through the accounts' own addresses, not through the endpoint table. */
export async function signIn(email: string, password: string): Promise<void> {
  await account('/sign-in/email', { email, password });
}
export async function signOut(): Promise<void> {
  await account('/sign-out', {});
}
export async function requestPasswordReset(email: string): Promise<void> {
  await account('/request-password-reset', { email, redirectTo: '/set-password' });
}
export async function resetPassword(token: string, newPassword: string): Promise<void> {
  await account('/reset-password', { token, newPassword });
}

async function account(path: string, body: object): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const response = await reach(`/api/auth${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  if (response.ok) return;
  const answer = (await response.json().catch(() => ({}))) as { code?: string };
  throw new AccountRefusal(response.status, answer.code ?? null, response.headers.get('x-request-id'));
}

/** A refusal of the account library: its own code ("INVALID_TOKEN"), the status, and what support asks for. */
export class AccountRefusal extends Error {
  override readonly name = 'AccountRefusal';
  constructor(
    readonly status: number,
    readonly code: string | null,
    readonly requestId: string | null,
  ) {
    super(`${code ?? 'refused'} (${status})`);
  }
}

export function isOffline(error: unknown): boolean {
  return error instanceof ApiProblem && error.code === 'offline';
}
