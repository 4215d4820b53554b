import { createHash, timingSafeEqual } from 'node:crypto';
import { notFound, Refusal } from './refusal.js';

/**
 * For machines that have no session but a word of their own. Where none was agreed there is nothing to ask for.
 * @throws Refusal `not-found`, `not-signed-in`
 */
export function checkBearer(authorization: string | undefined, word: string | null): void {
  if (word === null) throw notFound();
  if (!isSame(authorization ?? '', `Bearer ${word}`)) throw new Refusal('not-signed-in');
}

/** How long it takes tells nothing about how much of it was right. */
function isSame(given: string, right: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(right));
}
