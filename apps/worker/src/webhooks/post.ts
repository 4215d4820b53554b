import type { WebhookError } from '@klyngevagt/db';
import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { isIP } from 'node:net';
import { AddressNotPublicError, isPublicAddress, publicLookup } from './public-address.js';

export interface PostLimits {
  /** Addresses of the own network, and http, are allowed. */
  isPrivateAllowed: boolean;
  /** For everything together: finding the name, connecting, and the answer's head. */
  timeoutMs: number;
}

/** A receiver's answer is its status. What else it says is heard to a limit and forgotten. */
export interface PostResult {
  status: number | null;
  /** Null: it took the message. */
  error: WebhookError | null;
}

const answerLimitBytes = 64 * 1024;
const headLimitBytes = 16 * 1024;

/** Hands a message over. Never throws: how it went is the answer. No redirect is followed, since it would lead anywhere. */
export async function post(
  address: string,
  message: { headers: Record<string, string>; body: string },
  limits: PostLimits,
  lookup = publicLookup(),
): Promise<PostResult> {
  const url = new URL(address);
  const { isPrivateAllowed } = limits;
  if (url.protocol !== 'https:' && !isPrivateAllowed) return { status: null, error: 'not-https' };
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  // A number is not looked up.
  if (isIP(host) !== 0 && !isPrivateAllowed && !isPublicAddress(host)) return { status: null, error: 'address-not-public' };
  try {
    const status = await statusOf(url, message, { ...limits, ...(isPrivateAllowed ? {} : { lookup }) });
    return { status, error: errorOfStatus(status) };
  } catch (error) {
    return { status: null, error: errorOf(error as NodeJS.ErrnoException) };
  }
}

function statusOf(
  url: URL,
  { headers, body }: { headers: Record<string, string>; body: string },
  { timeoutMs, lookup }: PostLimits & { lookup?: ReturnType<typeof publicLookup> },
): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? https : http).request(url, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), 'user-agent': 'Klyngevagt' },
      // A connection of its own: one that was kept would not be looked up, and so not checked, again.
      agent: false,
      maxHeaderSize: headLimitBytes,
      signal: AbortSignal.timeout(timeoutMs),
      ...(lookup && { lookup }),
    });
    request.on('error', reject);
    request.on('response', (response) => {
      resolve(response.statusCode ?? 0);
      hearToALimit(response);
    });
    request.end(body);
  });
}

/** Some receivers take it for a failure when nobody listens to the end. */
function hearToALimit(response: IncomingMessage): void {
  let heard = 0;
  response.on('error', () => undefined);
  response.on('data', (piece: Buffer) => {
    heard += piece.length;
    if (heard > answerLimitBytes) response.destroy();
  });
}

function errorOfStatus(status: number): WebhookError | null {
  if (status >= 200 && status < 300) return null;
  if (status >= 300 && status < 400) return 'redirect';
  return status === 410 ? 'gone' : 'refused';
}

function errorOf(error: NodeJS.ErrnoException): WebhookError {
  const { name, code = '' } = error;
  if (error instanceof AddressNotPublicError) return 'address-not-public';
  if (name === 'TimeoutError' || name === 'AbortError' || code === 'ETIMEDOUT') return 'timeout';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'name-unknown';
  if (/^(CERT_|ERR_TLS|ERR_SSL|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_)/.test(code)) return 'certificate';
  return 'unreachable';
}
