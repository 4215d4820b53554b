import type { ReminderRow } from '@klyngevagt/contracts';
import { calendarDate } from '@klyngevagt/scoring';
import { describe, expect, it } from 'vitest';
import { doesAddUp, partsTotal } from './health-sums.js';
import { answerOf, canBeSentNow, closedBands, matching, planBands } from './reminder-bands.js';

const row = (
  id: string,
  state: ReminderRow['state'],
  band: ReminderRow['band'],
  dueOn: string,
  more: Partial<ReminderRow> = {},
): ReminderRow => ({
  id,
  slug: 'clean',
  clusterName: 'CLEAN',
  event: 'booking',
  offsetDays: -14,
  deadlineOn: calendarDate('2026-12-18'),
  dueOn: calendarDate(dueOn),
  about: 'x',
  role: 'manager',
  recipient: 'Hans Juul',
  isStandIn: false,
  escalatedFrom: null,
  urgency: 'routine',
  channel: 'mail',
  language: 'da',
  state,
  because: null,
  band,
  sentAt: null,
  attempts: 0,
  illustrative: false,
  fictional: false,
  ...more,
});
const failed = row('failed', 'failed', 'overdue', '2026-11-24');
const uncertain = row('uncertain', 'uncertain', 'overdue', '2026-11-20');
const late = row('late', 'planned', 'overdue', '2026-11-01');
const soon = row('soon', 'planned', 'next-30-days', '2026-12-04', { slug: 'made' });
const far = row('far', 'planned', 'later', '2027-03-01');
const sent = row('sent', 'sent', 'closed', '2026-10-01', { sentAt: '2026-10-01T05:00:00Z' });
const sentLater = row('sent later', 'sent', 'closed', '2026-09-01', { sentAt: '2026-11-01T05:00:00Z' });
const overtaken = row('overtaken', 'suppressed', 'closed', '2026-09-01');

describe('bands', () => {
  it('puts what failed first, then what is uncertain, then the oldest', () => {
    const [overdue, next, later] = planBands([late, far, uncertain, soon, failed, sent]);
    expect(overdue?.rows.map(({ id }) => id)).toEqual(['failed', 'uncertain', 'late']);
    expect(next?.rows).toEqual([soon]);
    expect(later?.rows).toEqual([far]);
  });
  it('leaves out empty bands, and the closed ones', () => {
    expect(planBands([soon, sent]).map(({ name }) => name)).toEqual(['next-30-days']);
  });
  it('shows what is closed by how it ended, the newest first', () => {
    expect(closedBands([sent, soon, sentLater, overtaken]).map(({ name, rows }) => [name, rows.map(({ id }) => id)])).toEqual([
      ['sent', ['sent later', 'sent']],
      ['suppressed', ['overtaken']],
    ]);
  });
  it('filters by cluster and state', () => {
    expect(matching([failed, soon, far], { cluster: 'clean', state: 'planned' })).toEqual([far]);
  });
  it.each([
    ['planned', true],
    ['failed', true],
    ['uncertain', true],
    ['sending', false],
    ['sent', false],
    ['superseded', false],
    ['suppressed', false],
  ] as const)('a reminder that is %s can be sent by hand: %s', (state, can) => expect(canBeSentNow({ state })).toBe(can));
});

describe('the answer of the title', () => {
  const health = { state: 'running' } as Parameters<typeof answerOf>[0]['health'];
  it.each([
    [[failed, uncertain, late, soon], { kind: 'failed', count: 1 }],
    [[uncertain, late, soon], { kind: 'uncertain', count: 1 }],
    [[late, soon], { kind: 'waiting', count: 1 }],
    [[soon, far, sent], { kind: 'next', count: 1 }],
    [[far, sent], { kind: 'noneSoon', count: 0 }],
    [[sent], { kind: 'allSent', count: 0 }],
    [[], { kind: 'none', count: 0 }],
  ] as const)('names the gravest thing', (reminders, expected) => {
    expect(answerOf({ reminders: [...reminders], health })).toEqual(expected);
  });
  it('says first that nothing goes out at all', () => {
    expect(answerOf({ reminders: [failed], health: { ...health, state: 'silent' } }).kind).toBe('silent');
  });
});

describe('health sums', () => {
  const sums = { total: 41, sent: 27, toCome: 8, superseded: 3, suppressed: 1, acknowledged: 0, failed: 1, uncertain: 1 };
  it('add up when every part is counted once', () => {
    expect(partsTotal(sums)).toBe(41);
    expect(doesAddUp({ sums, addsUp: true })).toBe(true);
  });
  it('do not add up when one is missing, or when the server says so', () => {
    expect(doesAddUp({ sums: { ...sums, total: 42 }, addsUp: true })).toBe(false);
    expect(doesAddUp({ sums, addsUp: false })).toBe(false);
  });
});
