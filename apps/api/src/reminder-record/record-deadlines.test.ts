import { calendarDate } from '@klyngevagt/scoring';
import { describe, expect, test } from 'vitest';
import { byDeadline, type CountedRow, warningsIn } from './record-deadlines.js';

const on = calendarDate;
const row = (more: Partial<CountedRow> & { sent?: string } = {}): CountedRow => ({
  cycle: 'gold:renewal:a',
  event: 'booking',
  subject: '',
  deadlineOn: on('2026-12-18'),
  dueOn: on('2026-11-18'),
  offsetDays: -30,
  role: 'manager',
  channel: 'mail',
  personId: 'manager',
  messageId: null,
  acknowledgedAt: null,
  state: more.sent === undefined ? 'planned' : 'sent',
  sentAt: more.sent ?? null,
  ...more,
});

describe('the record of a cluster', () => {
  test('stands by course and deadline: the newest course first, in it the days in order', () => {
    const cycles = byDeadline([
      row({ event: 'end', deadlineOn: on('2027-03-31'), dueOn: on('2027-03-01') }),
      row({ cycle: 'gold:renewal:b', deadlineOn: on('2029-12-18'), dueOn: on('2029-11-18') }),
      row({ dueOn: on('2026-12-04'), offsetDays: -14 }),
      row(),
      row({ cycle: 'plan:x', event: 'plan', subject: 'x', deadlineOn: on('2026-06-30') }),
      row({ cycle: 'plan:y', event: 'plan', subject: 'y', deadlineOn: on('2026-06-30') }),
    ]);
    expect(cycles.map(({ key, deadlines }) => [key, deadlines.map((one) => `${one.event} ${one.deadlineOn}`)])).toEqual([
      ['gold:renewal:b', ['booking 2029-12-18']],
      ['gold:renewal:a', ['booking 2026-12-18', 'end 2027-03-31']],
      ['other', ['plan 2026-06-30', 'plan 2026-06-30']],
    ]);
    expect(cycles[1]?.deadlines[0]?.rows.map(({ offsetDays }) => offsetDays)).toEqual([-30, -14]);
  });

  test('counts a mail once, whatever it gathers, and the programme’s own mails apart', () => {
    const warnings = warningsIn([
      row({ sent: '2026-11-18T06:00:00Z', messageId: 'one' }),
      row({ sent: '2026-10-19T06:00:00Z', messageId: 'two', event: 'end' }),
      row({ sent: '2026-11-18T06:00:00Z', messageId: 'one', event: 'end' }),
      row({ sent: '2026-12-11T06:00:00Z', role: 'officer', personId: 'officer', messageId: 'three' }),
    ]);
    expect(warnings.warned.map(({ messageId }) => messageId)).toEqual(['two', 'one']);
    expect(warnings).toMatchObject({ officeMails: 1, failed: 0, uncertain: 0, nextOn: null });
  });

  test('still counts mails whose text is erased, to each person apart, and nothing that was only shown in the product', () => {
    const { warned } = warningsIn([
      row({ sent: '2026-11-18T06:00:00Z' }),
      row({ sent: '2026-11-18T06:00:00Z', role: 'chair', personId: 'chair' }),
      row({ sent: '2026-11-19T06:00:00Z', channel: 'inbox' }),
    ]);
    expect(warned.map(({ personId }) => personId)).toEqual(['manager', 'chair']);
  });

  test('tells what did not arrive and what comes next', () => {
    const warnings = warningsIn([
      row({ state: 'failed' }),
      row({ state: 'uncertain' }),
      row({ state: 'failed', role: 'officer' }),
      row({ dueOn: on('2026-12-11') }),
      row({ dueOn: on('2026-12-04') }),
      row({ dueOn: on('2026-12-01'), role: 'officer', acknowledgedAt: '2026-11-01T06:00:00Z' }),
      row({ state: 'acknowledged', acknowledgedAt: '2026-11-03T06:00:00Z' }),
      row({ state: 'acknowledged', acknowledgedAt: '2026-11-02T06:00:00Z' }),
    ]);
    const next = { nextOn: '2026-12-04', acknowledgedAt: '2026-11-02T06:00:00Z' };
    expect(warnings).toMatchObject({ warned: [], failed: 1, uncertain: 1, ...next });
  });
});
