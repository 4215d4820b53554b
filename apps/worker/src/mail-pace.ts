import { setTimeout as pause } from 'node:timers/promises';

/** How fast one worker may send: its mails are spread evenly over the minute. Reminders in another worker's hands have that one's pace. */
export interface MailPace {
  /** Mails that go at once at most. */
  readonly together: number;
  /** Waits for the next turn and answers how many mails may go with it, at most so many; 0: the worker stops. Nothing is in hand meanwhile. */
  next(most: number): Promise<number>;
  /** Turns that were not needed. */
  giveBack(turns: number): void;
}

interface PaceTime {
  nowMs: () => number;
  /** Ends early when the worker stops. */
  wait: (ms: number) => Promise<void>;
}

const minuteMs = 60_000;
const secondsOfMinute = 60;

const realTime = (stopping: AbortSignal): PaceTime => ({
  nowMs: () => performance.now(),
  wait: (ms) => pause(ms, undefined, { signal: stopping }).catch(() => undefined),
});

/** Null: as fast as the mail server takes them. Otherwise that many in a minute, at most a second's share of them at once. */
export function createMailPace(mailsPerMinute: number | null, stopping: AbortSignal, time: PaceTime = realTime(stopping)): MailPace {
  if (mailsPerMinute === null) return { together: Infinity, next: async (most) => most, giveBack: () => undefined };
  const gapMs = minuteMs / mailsPerMinute;
  const together = Math.max(1, Math.floor(mailsPerMinute / secondsOfMinute));
  let freeAtMs = time.nowMs();
  return {
    together,
    next: async (most) => {
      const turns = Math.min(most, together);
      const beginMs = Math.max(freeAtMs, time.nowMs());
      freeAtMs = beginMs + turns * gapMs;
      const waitMs = beginMs - time.nowMs();
      if (waitMs > 0) await time.wait(waitMs);
      return stopping.aborted ? 0 : turns;
    },
    giveBack: (turns) => {
      freeAtMs -= turns * gapMs;
    },
  };
}
