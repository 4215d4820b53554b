import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ApiProblem } from '../../api-client.js';
import { AnswerQueue, type PendingAnswer } from './answer-queue.js';

class Kept implements Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  readonly items = new Map<string, string>();
  getItem = (key: string) => this.items.get(key) ?? null;
  setItem = (key: string, value: string) => void this.items.set(key, value);
  removeItem = (key: string) => void this.items.delete(key);
}

let storage: Kept;
let sent: [string, PendingAnswer][];
let answer: (indicator: string, given: PendingAnswer) => Promise<{ revision: number }>;
const open = () =>
  new AnswerQueue({
    storage,
    key: 'x',
    now: () => 1000,
    send: (indicator, given) => {
      sent.push([indicator, given]);
      return answer(indicator, given);
    },
  });
const offline = () => Promise.reject(new ApiProblem('offline', 0, '', null));

beforeEach(() => {
  vi.useFakeTimers();
  storage = new Kept();
  sent = [];
  answer = async (_, { revision }) => ({ revision: revision + 1 });
});
afterEach(() => vi.useRealTimers());

it('saves what was typed last, once, after a pause, each answer on its own revision', async () => {
  const queue = open();
  queue.change('A1', { score: 3, comment: null, toConfirm: false }, 1);
  queue.change('A1', { score: 3, comment: 'N', toConfirm: false }, 1);
  queue.change('A1', { score: 3, comment: 'Ny', toConfirm: false }, 1);
  await vi.advanceTimersByTimeAsync(2000);
  expect(sent).toEqual([['A1', { score: 3, comment: 'Ny', toConfirm: false, revision: 1 }]]);
  expect(queue.read()).toMatchObject({ pending: {}, status: 'idle', savedAt: 1000 });
  queue.change('A1', { score: 4, comment: 'Ny', toConfirm: false }, 1);
  await vi.advanceTimersByTimeAsync(2000);
  expect(sent[1]).toEqual(['A1', { score: 4, comment: 'Ny', toConfirm: false, revision: 2 }]);
});

it('has every keystroke on the machine before the server is asked, and loses none without a line', async () => {
  answer = offline;
  const queue = open();
  queue.change('A1', { score: 5, comment: 'abc', toConfirm: false }, 1);
  expect(JSON.parse(storage.items.get('x') ?? '')).toEqual({ A1: { score: 5, comment: 'abc', toConfirm: false, revision: 1 } });
  await vi.advanceTimersByTimeAsync(5000);
  expect(queue.read().status).toBe('waiting');
  queue.change('B1', { score: 2, comment: null, toConfirm: false }, 0);
  queue.stop();
  // The page was closed; it is opened again, and the line is back.
  answer = async (_, { revision }) => ({ revision: revision + 1 });
  sent = [];
  const again = open();
  expect(Object.keys(again.read().pending)).toEqual(['A1', 'B1']);
  await vi.advanceTimersByTimeAsync(1000);
  expect(sent.map(([code, given]) => [code, given.score])).toEqual([
    ['A1', 5],
    ['B1', 2],
  ]);
  expect(storage.items.size).toBe(0);
});

it('tries again by itself, more and more seldom, and at once when the line is back', async () => {
  answer = offline;
  const queue = open();
  queue.change('A1', { score: 5, comment: null, toConfirm: false }, 1);
  await vi.advanceTimersByTimeAsync(40_000);
  const tries = sent.length;
  expect(tries).toBeGreaterThan(3);
  expect(tries).toBeLessThan(9);
  answer = async (_, { revision }) => ({ revision: revision + 1 });
  queue.flush();
  await vi.advanceTimersByTimeAsync(10);
  expect(queue.read()).toMatchObject({ pending: {}, status: 'idle' });
});

it('goes on with the others where one was changed by somebody else, and keeps mine or takes theirs', async () => {
  answer = async (indicator, { revision }) => {
    if (indicator === 'A1' && revision === 1) throw new ApiProblem('changed-meanwhile', 409, '', null);
    return { revision: revision + 1 };
  };
  const queue = open();
  queue.change('A1', { score: 5, comment: null, toConfirm: false }, 1);
  queue.change('A2', { score: 4, comment: null, toConfirm: false }, 1);
  await vi.advanceTimersByTimeAsync(2000);
  expect(queue.read()).toMatchObject({ conflicts: ['A1'], pending: { A1: { score: 5 } } });
  expect(queue.read().pending['A2']).toBeUndefined();
  queue.keepMine('A1', 7);
  await vi.advanceTimersByTimeAsync(2000);
  expect(sent.at(-1)).toEqual(['A1', { score: 5, comment: null, toConfirm: false, revision: 7 }]);
  expect(queue.read()).toMatchObject({ conflicts: [], pending: {} });
  queue.change('A1', { score: 1, comment: null, toConfirm: false }, 1);
  queue.takeTheirs('A1');
  expect(queue.read().pending).toEqual({});
});

it('says why an answer is refused and asks again once it is changed', async () => {
  answer = async () => Promise.reject(new ApiProblem('invalid-input', 400, 'Nej', null, { score: 'Findes ikke' }));
  const queue = open();
  queue.change('A1', { score: 9, comment: null, toConfirm: false }, 1);
  await vi.advanceTimersByTimeAsync(5000);
  expect(queue.read().refused).toEqual({ A1: 'Findes ikke' });
  expect(sent).toHaveLength(1);
  answer = async () => ({ revision: 2 });
  queue.change('A1', { score: 5, comment: null, toConfirm: false }, 1);
  await vi.advanceTimersByTimeAsync(2000);
  expect(queue.read()).toMatchObject({ refused: {}, pending: {} });
});

it('sends what was typed while it was sending, on the revision that came back', async () => {
  let release = () => {};
  answer = (_, { revision }) => new Promise((resolve) => (release = () => resolve({ revision: revision + 1 })));
  const queue = open();
  queue.change('A1', { score: 3, comment: null, toConfirm: false }, 1);
  await vi.advanceTimersByTimeAsync(600);
  queue.change('A1', { score: 4, comment: null, toConfirm: false }, 1);
  release();
  answer = async (_, { revision }) => ({ revision: revision + 1 });
  await vi.advanceTimersByTimeAsync(2000);
  expect(sent.map(([, given]) => [given.score, given.revision])).toEqual([
    [3, 1],
    [4, 2],
  ]);
});
