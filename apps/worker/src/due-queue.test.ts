import type { DuePerson } from '@klyngevagt/db';
import { expect, test } from 'vitest';
import { dueQueue } from './due-queue.js';

const person = (personId: string, mails = 1): DuePerson => ({ personId, mails });

/** A queue over lists that are read one after the other, then nothing. */
function queueOver(...lists: DuePerson[][]) {
  const time = { nowMs: 0, reads: 0 };
  const queue = dueQueue(
    async () => {
      time.reads += 1;
      return lists.shift() ?? [];
    },
    () => time.nowMs,
  );
  return { queue, time };
}

test('persons are taken in their order, as many as their mails allow, and one at least', async () => {
  const { queue, time } = queueOver([person('a', 2), person('b', 3), person('c', 3), person('d', 9), person('e', 1), person('f', 2)]);
  expect(await queue.next(5)).toEqual(['a', 'b']);
  expect(await queue.next(5)).toEqual(['c', 'e']);
  expect(await queue.next(5)).toEqual(['d']);
  expect(await queue.next(5)).toEqual(['f']);
  expect(time.reads).toBe(1);
  expect(await queue.next(5)).toEqual([]);
  expect(time.reads).toBe(2);
});

test('two hands never get the same person, and each looks for itself before it ends', async () => {
  const { queue, time } = queueOver([person('a'), person('b'), person('c')]);
  expect(await Promise.all([queue.next(2), queue.next(2), queue.next(2), queue.next(2)])).toEqual([['a', 'b'], ['c'], [], []]);
  expect(time.reads).toBe(3);
});

test("one who is in hand still looks due, and is nobody else's until the hand lets go", async () => {
  const { queue } = queueOver([person('a')], [person('a')], [person('a')]);
  const first = await queue.next(5);
  expect(await queue.next(5)).toEqual([]);
  queue.letGo(first);
  expect(await queue.next(5)).toEqual(['a']);
});

test('whose mails cannot be taken is not met again', async () => {
  const { queue } = queueOver([person('a')], [person('a'), person('b')]);
  queue.leaveOut(await queue.next(5));
  expect(await queue.next(5)).toEqual(['b']);
});

test('a list that is old is read anew', async () => {
  const { queue, time } = queueOver([person('a'), person('b')], [person('urgent'), person('b')]);
  expect(await queue.next(1)).toEqual(['a']);
  time.nowMs = 60_000;
  expect(await queue.next(1)).toEqual(['urgent']);
});

test('a read that fails keeps nobody else from looking', async () => {
  let isAway = true;
  const queue = dueQueue(async () => {
    if (isAway) throw new Error('the database is away');
    return [person('a')];
  });
  await expect(queue.next(1)).rejects.toThrow('away');
  isAway = false;
  expect(await queue.next(1)).toEqual(['a']);
});
