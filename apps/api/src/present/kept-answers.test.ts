import { brotliDecompressSync } from 'node:zlib';
import { describe, expect, test, vi } from 'vitest';
import { KeptAnswers } from './kept-answers.js';
import { KnownSessions } from './known-sessions.js';
import { Present } from './present.js';

const body = (length: number) => Buffer.alloc(length, 'a');

describe('kept answers', () => {
  test('are bounded by bytes: the one used longest ago goes first', () => {
    const kept = new KeptAnswers(100);
    for (const tag of ['one', 'two', 'three', 'four']) kept.keep(tag, `/${tag}`, body(25));
    kept.find('one');
    kept.keep('five', '/five', body(25));
    expect(['one', 'two', 'three', 'four', 'five'].filter((tag) => kept.find(tag))).toEqual(['one', 'three', 'four', 'five']);
    expect(kept.has('/two')).toBe(false);
  });

  test('leave out one that would push out most others', () => {
    const kept = new KeptAnswers(100);
    kept.keep('large', '/large', body(26));
    expect(kept.find('large')).toBe(null);
  });

  test('are gone when something may have changed', () => {
    const kept = new KeptAnswers(100);
    kept.keep('one', '/one', body(10));
    kept.clear();
    expect([kept.find('one'), kept.has('/one')]).toEqual([null, false]);
  });
});

test('a cookie is known for a while and for a bounded number of sessions', () => {
  const sessions = new KnownSessions(2, 60_000);
  for (const name of ['a', 'b', 'c']) sessions.remember(name, `token ${name}`);
  expect(['a', 'b', 'c'].map((name) => sessions.find(name))).toEqual([null, 'token b', 'token c']);
  const expired = new KnownSessions(2, -1);
  expired.remember('a', 'token');
  expect(expired.find('a')).toBe(null);
});

describe('the present state', () => {
  function states() {
    const asked: { sessions: readonly string[]; answer: () => void; fail: () => void }[] = [];
    const read = ({ sessions }: { sessions: readonly string[] }) =>
      new Promise<never>((resolve, reject) => {
        const state = { number: asked.length + 1 } as never;
        asked.push({ sessions, answer: () => resolve(state), fail: () => reject(new Error('away')) });
      });
    return { asked, present: new Present({ read }, false) };
  }
  const turn = () => new Promise((resolve) => setImmediate(resolve));

  test('is never older than the question: who asks while it is read shares the next reading', async () => {
    const { asked, present } = states();
    const first = present.read('a');
    await turn();
    const [second, third] = [present.read('b'), present.read('c')];
    asked[0]?.answer();
    expect(await first).toEqual({ number: 1 });
    await turn();
    asked[1]?.answer();
    expect(await Promise.all([second, third])).toEqual([{ number: 2 }, { number: 2 }]);
    expect(asked.map(({ sessions }) => sessions)).toEqual([['a'], ['b', 'c']]);
  });

  test('is read anew after a reading that failed', async () => {
    const { asked, present } = states();
    const first = present.read(null);
    await turn();
    const second = present.read(null);
    asked[0]?.fail();
    await expect(first).rejects.toThrow('away');
    await turn();
    asked[1]?.answer();
    expect(await second).toEqual({ number: 2 });
  });
});

test('what is kept is soon kept compressed too', async () => {
  const kept = new KeptAnswers(100_000);
  const body = Buffer.from('{"word":"guldmærke"}'.repeat(500));
  kept.keep('one', '/one', body);
  await vi.waitFor(() => expect(kept.find('one')?.compressed).not.toBe(null), { timeout: 20_000 });
  expect(brotliDecompressSync(kept.find('one')?.compressed ?? '').equals(body)).toBe(true);
});
