import { timingSafeEqual } from 'node:crypto';
import { bytesOf, idOf, mac } from './mail-link.js';

/**
 * The envelope's sender of a mail, to which mail servers return what they cannot deliver: `retur@example.dk` becomes
 * `retur+<sending>.<code>@example.dk`. It names the sending and nobody; only the server can write the code. In hexadecimal, since some
 * servers do not keep the case of addresses.
 */
const macDigits = 16;
const returned = new RegExp(String.raw`\+([\da-f]{32})\.([\da-f]{${macDigits}})@`, 'gi');

/** What comes before the `@`, with sending and code, has to fit into 64 characters (RFC 5321). */
const plainAddress = /^[\w.-]{1,14}@[a-z\d-]+(\.[a-z\d-]+)+$/i;

/** Whether mails can be returned to an address with something added to it. */
export function isReturnAddress(address: string): boolean {
  return plainAddress.test(address);
}

export function returnAddress(address: string, secret: string, sendingKey: string): string {
  const [name, domain] = address.split('@');
  return `${name}+${sendingKey.replaceAll('-', '')}.${codeOf(secret, bytesOf(sendingKey))}@${domain}`;
}

/** Which sending some addresses name. `forged`: one is written like ours, and none carries our code; null: none is like ours. */
export function readReturnAddress(secret: string, addresses: string): { sendingKey: string } | 'forged' | null {
  const found = [...addresses.matchAll(returned)].map(([, id = '', code = '']) => ({
    body: Buffer.from(id, 'hex'),
    code: code.toLowerCase(),
  }));
  const own = found.find(({ body, code }) => timingSafeEqual(Buffer.from(code), Buffer.from(codeOf(secret, body))));
  if (own) return { sendingKey: idOf(own.body) };
  return found.length > 0 ? 'forged' : null;
}

function codeOf(secret: string, body: Buffer): string {
  return mac('return', secret, body).toString('hex').slice(0, macDigits);
}
