import type { Outcome } from '@klyngevagt/db';
import type { SendFailure } from './mailer.js';
import type { SendingLimits } from './worker-context.js';

/** What became of a mail before the try that failed now. */
interface Tried {
  /** The one that failed among them. */
  attempts: number;
  /** Tries that ended with "later" for this mail. */
  temporaryRefusals: number;
  /** It broke off before, and this was its repeat. */
  isRepeat: boolean;
}

/** What follows from a failed sending, whatever kind of mail it was. */
export function outcomeOf(
  { maxAttempts, pauseMs }: SendingLimits,
  { kind }: SendFailure,
  { attempts, temporaryRefusals, isRepeat }: Tried,
): Outcome {
  const afterMs = pauseMs(attempts);
  if (kind === 'refused') return { kind: 'failed', because: 'refused' };
  // A server that is away may be away for days: nothing is given up for that, and no try at it counts against the mail.
  if (kind === 'unreachable') return { kind: 'retry', afterMs, isRefusal: false };
  if (kind === 'temporary')
    return temporaryRefusals + 1 >= maxAttempts
      ? { kind: 'failed', because: 'retries-exhausted' }
      : { kind: 'retry', afterMs, isRefusal: true };
  // Promised is "never lost; a possible repeat is marked": one repeat, then a person looks.
  return isRepeat ? { kind: 'failed', because: 'interrupted-again' } : { kind: 'uncertain', afterMs };
}
