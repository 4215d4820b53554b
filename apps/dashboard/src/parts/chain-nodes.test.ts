import { calendarDate } from '@klyngevagt/scoring';
import { describe, expect, it } from 'vitest';
import { chain, expiringRow } from '../fixtures/cluster.js';
import { chainNodes } from './chain-nodes.js';

const on = calendarDate('2026-11-25');
const bookAudit = expiringRow.nextStep;

describe('the knots of the chain', () => {
  it('stand in the order of time with the days between them; the decision on the last day is the end', () => {
    const nodes = chainNodes(chain, on, bookAudit);
    expect(nodes.map(({ name, daysToNext }) => [name, daysToNext])).toEqual([
      ['today', 9],
      ['self-test', 14],
      ['order', 40],
      ['submission', 21],
      ['audit', 42],
      ['anchor', null],
    ]);
    expect(nodes.filter(({ isDecisive }) => isDecisive).map(({ name }) => name)).toEqual(['order']);
    expect(nodes.filter(({ isOpenTime }) => isOpenTime).map(({ name }) => name)).toEqual(['today', 'self-test']);
  });

  it('put the day shown after the steps that have passed', () => {
    const late = chainNodes(chain, calendarDate('2027-01-05'), { ...bookAudit, overdue: true });
    expect(late.map(({ name }) => name)).toEqual(['self-test', 'order', 'today', 'submission', 'audit', 'anchor']);
  });

  it('with nothing to do, box nothing', () => {
    const nodes = chainNodes(chain, on, { code: 'none', dueOn: null, by: null, overdue: false });
    expect(nodes.some(({ isDecisive }) => isDecisive)).toBe(false);
  });

  it('a booked audit takes the place of the last safe day, moves the decision and leaves booking behind', () => {
    const day = calendarDate('2027-02-01');
    const booking = { auditId: 'a', firstDayOn: day, lastDayOn: day, projectedDecisionOn: calendarDate('2027-03-15'), inTime: true };
    const documents = { code: 'submit-documents', dueOn: calendarDate('2027-01-11'), by: 'cluster', overdue: false } as const;
    const nodes = chainNodes({ ...chain, booking }, on, documents);
    expect(nodes.map(({ name, on: nodeOn }) => [name, nodeOn])).toEqual([
      ['today', '2026-11-25'],
      ['submission', '2027-01-11'],
      ['audit', '2027-02-01'],
      ['decision', '2027-03-15'],
      ['anchor', '2027-03-31'],
    ]);
    expect(nodes.find(({ name }) => name === 'audit')).toMatchObject({ shape: 'diamond-full', isBooking: true, isOverdue: false });
  });

  it('an audit booked too late is marked, and it is the one to move', () => {
    const day = calendarDate('2027-02-18');
    const booking = { auditId: 'a', firstDayOn: day, lastDayOn: day, projectedDecisionOn: calendarDate('2027-04-01'), inTime: false };
    const nodes = chainNodes({ ...chain, booking }, on, { code: 'rebook-audit', dueOn: null, by: 'cluster', overdue: false });
    expect(nodes.find(({ name }) => name === 'audit')).toMatchObject({ isOverdue: true, isDecisive: true });
  });

  it('a step outside the calendar keeps its place without a day', () => {
    const [selfTest, ...others] = chain.steps;
    const nodes = chainNodes({ ...chain, steps: [{ ...selfTest!, latestOn: null }, ...others] }, on, bookAudit);
    expect(nodes[1]).toMatchObject({ name: 'self-test', on: null, daysAway: null });
  });
});
