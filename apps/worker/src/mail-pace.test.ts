import { expect, test } from 'vitest';
import { createMailPace } from './mail-pace.js';

/** A clock that only waiting moves. */
function standingTime() {
  let nowMs = 0;
  return {
    nowMs: () => nowMs,
    wait: async (ms: number) => {
      const untilMs = nowMs + ms;
      await Promise.resolve();
      nowMs = Math.max(nowMs, untilMs);
    },
  };
}
const goesOn = new AbortController().signal;

test('without a limit everything may go at once', async () => {
  const pace = createMailPace(null, goesOn);
  expect(await pace.next(5)).toBe(5);
  expect(await pace.next(5)).toBe(5);
});

test.each([
  [1, 1],
  [30, 1],
  [300, 5],
])('%i a minute are spread evenly, at most %i at once', async (mailsPerMinute, together) => {
  const time = standingTime();
  const pace = createMailPace(mailsPerMinute, goesOn, time);
  const turns: { atMs: number; count: number }[] = [];
  // Both hands of a worker share its pace.
  const hand = async () => {
    for (let round = 0; round < 40; round += 1) turns.push({ count: await pace.next(5), atMs: time.nowMs() });
  };
  await Promise.all([hand(), hand()]);
  for (const { count, atMs } of turns) {
    expect(count).toBe(together);
    const inItsMinute = turns.filter((one) => one.atMs >= atMs && one.atMs < atMs + 60_000);
    expect(inItsMinute.reduce((sum, one) => sum + one.count, 0)).toBeLessThanOrEqual(mailsPerMinute + together);
  }
  expect(time.nowMs()).toBe((79 * together * 60_000) / mailsPerMinute);
});

test('a turn that nobody needed is the next one’s', async () => {
  const time = standingTime();
  const pace = createMailPace(60, goesOn, time);
  pace.giveBack(await pace.next(1));
  await pace.next(1);
  expect(time.nowMs()).toBe(0);
});

test('a worker that stops waits for no turn', async () => {
  const stopping = new AbortController();
  const pace = createMailPace(1, stopping.signal);
  expect(await pace.next(1)).toBe(1);
  const next = pace.next(1);
  stopping.abort();
  expect(await next).toBe(0);
});
