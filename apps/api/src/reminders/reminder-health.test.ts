import type { LatestRuns, WorkerRunEntity } from '@klyngevagt/db';
import { expect, test } from 'vitest';
import { lastQuarterOfOfficeHours } from '../clock.js';
import { presentHealth } from './reminder-health.js';

const sums = { total: 5, sent: 2, toCome: 1, superseded: 0, suppressed: 0, acknowledged: 0, failed: 1, uncertain: 1 };
const ran = (startedAt: string, more: Partial<WorkerRunEntity> = {}): LatestRuns => {
  const run = {
    startedAt: new Date(startedAt),
    finishedAt: new Date(startedAt),
    counts: { sent: 2, postponed: 1 },
    nextRunAt: null,
    error: null,
  };
  const last = { ...run, ...more } as WorkerRunEntity;
  return { last, lastFinished: last.finishedAt ? last : null, lastReconciliation: null };
};
const stateOf = (runs: LatestRuns, now: string, isQueueAway = false) =>
  presentHealth({ runs, sums, held: 0, isQueueAway }, new Date(now)).state;

// 25 November 2026 is a Wednesday; Copenhagen is an hour ahead of UTC.
test.each([
  ['a run a quarter of an hour ago', '2026-11-25T09:00:00Z', '2026-11-25T09:15:00Z', 'running'],
  ['an hour of silence in office hours', '2026-11-25T09:00:00Z', '2026-11-25T10:05:00Z', 'silent'],
  ['the whole night after the last run of the day', '2026-11-24T17:45:00Z', '2026-11-25T04:59:00Z', 'running'],
  ['a morning on which nothing started', '2026-11-24T17:45:00Z', '2026-11-25T05:50:00Z', 'silent'],
  ['an evening whose last runs are missing', '2026-11-25T16:00:00Z', '2026-11-25T22:00:00Z', 'silent'],
  ['the night on which the clocks go back', '2026-10-24T16:45:00Z', '2026-10-25T04:30:00Z', 'running'],
])('%s', (_, startedAt, now, state) => {
  expect(stateOf(ran(startedAt), now)).toBe(state);
  // The queue's promise of a next run changes nothing: it may be the queue that is gone.
  expect(stateOf(ran(startedAt), now, true)).toBe(state);
});

test('a run that fails, one that hangs and one that never was', () => {
  expect(stateOf(ran('2026-11-25T09:00:00Z', { error: 'Error' }), '2026-11-25T09:05:00Z')).toBe('failing');
  expect(stateOf(ran('2026-11-25T20:00:00Z', { finishedAt: null }), '2026-11-25T21:00:00Z')).toBe('silent');
  expect(stateOf({ last: null, lastFinished: null, lastReconciliation: null }, '2026-11-25T09:05:00Z')).toBe('never-run');
});

test('a run with much to send is no silence while it counts on, and tells how far it has come', () => {
  const long = ran('2026-11-25T09:00:00Z', { finishedAt: null, counts: { due: 10_000, sent: 1200, seconds: 7000 } });
  const health = (now: string) => presentHealth({ runs: long, sums, held: 8800, isQueueAway: false }, new Date(now));
  expect(health('2026-11-25T11:00:00Z')).toMatchObject({ state: 'running', running: { sent: 1200, due: 10_000 } });
  expect(health('2026-11-25T11:45:00Z')).toMatchObject({ state: 'silent', running: null });
  const ended = presentHealth({ runs: ran('2026-11-25T09:00:00Z'), sums, held: 0, isQueueAway: false }, new Date('2026-11-25T09:05:00Z'));
  expect(ended.running).toBeNull();
});

test('the card tells what the last run did and what is held back', () => {
  const health = presentHealth({ runs: ran('2026-11-25T09:00:00Z'), sums, held: 2, isQueueAway: true }, new Date('2026-11-25T09:05:00Z'));
  expect(health).toMatchObject({ lastRun: { sent: 2, postponed: 1, failed: 0 }, held: 2, isQueueAway: true, addsUp: true });
});

test('quarters of office hours are those of Copenhagen', () => {
  const quarter = (instant: string) => lastQuarterOfOfficeHours(new Date(instant)).toISOString();
  expect(quarter('2026-11-25T09:14:59Z')).toBe('2026-11-25T09:00:00.000Z');
  expect(quarter('2026-07-01T04:00:00Z')).toBe('2026-07-01T04:00:00.000Z');
  expect(quarter('2026-11-25T21:30:00Z')).toBe('2026-11-25T17:45:00.000Z');
});
