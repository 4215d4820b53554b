import { safeReturnTo } from '../../paths.js';

export interface SignInSearch {
  returnTo?: string;
}

export function readSignInSearch({ returnTo }: Record<string, unknown>): SignInSearch {
  return typeof returnTo === 'string' && safeReturnTo(returnTo) !== '/' ? { returnTo: safeReturnTo(returnTo) } : {};
}

export interface SetPasswordSearch {
  token?: string;
  /** Set by the accounts when the link is used up or too old. */
  error?: string;
}

export function readSetPasswordSearch({ token, error }: Record<string, unknown>): SetPasswordSearch {
  return { ...(token !== undefined && { token: String(token) }), ...(error !== undefined && { error: String(error) }) };
}
