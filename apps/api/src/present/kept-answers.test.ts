import { brotliDecompressSync } from 'node:zlib';
import { everyCluster, type PortfolioQuestion } from '@klyngevagt/db';
import { describe, expect, test, vi } from 'vitest';
import { KeptAnswers } from './kept-answers.js';
import { KnownSessions } from './known-sessions.js';
import { NextReading } from './next-reading.js';
import { PresentPortfolio } from './present-portfolio.js';

const turn = () => new Promise((resolve) => setImmediate(resolve));
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

describe('a reading for those who ask meanwhile', () => {
  function readings() {
    const asked: { questions: readonly string[]; answer: () => void; fail: () => void }[] = [];
    const read = (questions: ReadonlySet<string>) =>
      new Promise<number>((resolve, reject) => {
        const number = asked.length + 1;
        asked.push({ questions: [...questions], answer: () => resolve(number), fail: () => reject(new Error('away')) });
      });
    return { asked, reading: new NextReading(read) };
  }

  test('is never older than the question: who asks while it runs shares the next one', async () => {
    const { asked, reading } = readings();
    const first = reading.ask('a');
    await turn();
    const [second, third] = [reading.ask('b'), reading.ask('c')];
    asked[0]?.answer();
    expect(await first).toBe(1);
    await turn();
    asked[1]?.answer();
    expect(await Promise.all([second, third])).toEqual([2, 2]);
    expect(asked.map(({ questions }) => questions)).toEqual([['a'], ['b', 'c']]);
    expect(reading.isIdle).toBe(true);
  });

  test('begins anew after one that failed', async () => {
    const { asked, reading } = readings();
    const first = reading.ask(null);
    await turn();
    const second = reading.ask(null);
    asked[0]?.fail();
    await expect(first).rejects.toThrow('away');
    await turn();
    asked[1]?.answer();
    expect(await second).toBe(2);
  });
});

test('facts of a portfolio are shared by those who may see the same and ask the same, and by nobody else', async () => {
  const asked: PortfolioQuestion[] = [];
  const portfolio = new PresentPortfolio({
    readDeciding: async (question: PortfolioQuestion) => {
      asked.push(question);
      await turn();
      return [];
    },
  } as never);
  const ofManager = (id: string): PortfolioQuestion => ({ scope: { kind: 'clusters', clusterIds: [id] }, portfolio: 'national' });
  const ofOfficer: PortfolioQuestion = { scope: everyCluster, portfolio: 'national' };
  const questions = [ofManager('a'), ofManager('b'), ofManager('a'), ofOfficer, ofOfficer, { ...ofOfficer, known: '2026-01-01T00:00:00Z' }];
  await Promise.all(questions.map((question) => portfolio.readRows(question)));
  expect(asked).toEqual([ofManager('a'), ofManager('b'), ofOfficer, { ...ofOfficer, known: '2026-01-01T00:00:00Z' }]);
  await portfolio.readRows(ofOfficer);
  expect(asked).toHaveLength(5);
});

test('what is kept is soon kept compressed too', async () => {
  const kept = new KeptAnswers(100_000);
  const body = Buffer.from('{"word":"guldmærke"}'.repeat(500));
  kept.keep('one', '/one', body);
  await vi.waitFor(() => expect(kept.find('one')?.compressed).not.toBe(null), { timeout: 20_000 });
  expect(brotliDecompressSync(kept.find('one')?.compressed ?? '').equals(body)).toBe(true);
});
