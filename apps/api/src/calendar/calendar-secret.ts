import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits, written so that they fit in an address. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/**
 * What is kept of a secret, and looked up by. A fast hash is enough for random bits, and looking up a hash tells a guesser nothing by the
 * time it takes: what is compared is not what was guessed.
 */
export function secretHash(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** `<secret>.ics` as it stands in an address; null for everything else. */
export function secretIn(file: string): string | null {
  return /^([\w-]{43})\.ics$/.exec(file)?.[1] ?? null;
}

export function calendarAddress(publicUrl: string, secret: string): string {
  return `${publicUrl}/api/calendar/${secret}.ics`;
}
