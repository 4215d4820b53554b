import { Refusal } from '../http/refusal.js';
import type { Programme } from '../portfolio/decision-reader.js';

/** The programme that a request names by its slug. */
export function programmeIdOf(programmes: readonly Programme[], slug: string): string {
  const programme = programmes.find((one) => one.slug === slug);
  if (!programme) throw new Refusal('invalid-input', [{ field: 'programme', code: 'no-such-programme' }]);
  return programme.id;
}
