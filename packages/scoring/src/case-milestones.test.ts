import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyDay } from './arbitrary-facts.fixture.js';
import { addDays, addMonths, calendarDate as day, type CalendarDate } from './calendar-date.js';
import { milestones } from './case-dates.js';
import { caseOn, movedBetween, refuseDone, refusePlannedDay, type CaseInput, type CaseMilestone } from './case-milestones.js';
import { defaultRules as rules } from './default-rules.fixture.js';
import type { Milestone } from './rules.js';

const renewal: CaseInput = { kind: 'renewal', anchorOn: day('2027-03-31'), booking: null, recorded: [] };
const on = day('2026-11-25');

const recorded = (milestone: Milestone, more: Partial<CaseInput['recorded'][number]>) => ({
  milestone,
  plannedOn: null,
  doneOn: null,
  owner: null,
  ...more,
});
const find = (input: CaseInput, milestone: Milestone, asked: CalendarDate = on): CaseMilestone => {
  const found = caseOn(input, rules, asked).milestones.find((one) => one.milestone === milestone);
  if (!found) throw new Error(milestone);
  return found;
};
const latest = (input: CaseInput, asked: CalendarDate = on) =>
  Object.fromEntries(caseOn(input, rules, asked).milestones.map(({ milestone, latestOn }) => [milestone, latestOn]));
const booked = (firstDayOn: string, lastDayOn = firstDayOn): CaseInput['booking'] => ({
  firstDayOn: day(firstDayOn),
  lastDayOn: day(lastDayOn),
  reportedOn: on,
  state: 'confirmed',
});

describe('last safe days', () => {
  test('agree with the chain where it has the step, and fill in the others', () => {
    expect(latest(renewal)).toEqual({
      'gap-analysis': '2026-11-06',
      'self-test': '2026-12-04',
      order: '2026-12-18',
      experts: '2027-01-18',
      documentation: '2027-01-20',
      submission: '2027-01-27',
      audit: '2027-02-17',
      report: '2027-03-17',
      decision: '2027-03-31',
      label: '2027-03-31',
    });
  });

  test('over Christmas and through July', () => {
    // The raw submission of an end on 28 February is 25 December.
    expect(latest({ ...renewal, anchorOn: day('2027-02-28') })['submission']).toBe('2026-12-23');
    expect(latest({ ...renewal, anchorOn: day('2027-09-30') })).toMatchObject({
      order: '2027-06-18',
      'self-test': '2027-06-04',
      documentation: '2027-07-22',
      submission: '2027-07-29',
      audit: '2027-08-19',
    });
  });

  test('a closed 5 June moves a day to the one before, and closed weeks of a programme move more', () => {
    // Raw order: 5 June 2026, which is closed.
    expect(latest({ ...renewal, anchorOn: addDays(day('2026-06-05'), 102) }, day('2026-01-05'))['order']).toBe('2026-06-04');
    const july = new Set(rules.closedDays.days);
    for (let closed = day('2027-07-05'); closed <= '2027-07-30'; closed = addDays(closed, 1)) july.add(closed);
    const own = { ...rules, closedDays: { ...rules.closedDays, days: july } };
    const state = caseOn({ ...renewal, anchorOn: day('2027-09-30') }, own, on);
    expect(state.milestones.find(({ milestone }) => milestone === 'submission')?.latestOn).toBe('2027-07-02');
  });

  test('a first award takes an audit of two days: the case names its first', () => {
    const first: CaseInput = { ...renewal, kind: 'first' };
    expect(find(first, 'audit')).toMatchObject({ latestOn: '2027-02-16', expectedOn: '2027-02-16', expectedEndsOn: '2027-02-17' });
  });

  test.each([
    ['2024-02-29', 'leap year'],
    ['2027-02-28', 'common year'],
    ['2045-12-31', 'the last day of the calendar'],
  ])('an anchor on %s (%s)', (anchorOn) => {
    const state = caseOn({ ...renewal, anchorOn: day(anchorOn) }, rules, day('2023-06-01'));
    expect(state.milestones.find(({ milestone }) => milestone === 'decision')?.latestOn).toBe(anchorOn);
  });

  test('outside the calendar nothing is guessed', () => {
    expect(latest({ ...renewal, anchorOn: day('2046-03-31') })['audit']).toBeNull();
    expect(latest({ ...renewal, anchorOn: null })['order']).toBeNull();
  });
});

describe('what is expected', () => {
  test('undone steps slide with the days: the order after its last safe day makes the decision too late', () => {
    expect(caseOn(renewal, rules, day('2026-12-18'))).toMatchObject({ isInTime: true, decisionOn: '2027-03-31' });
    const late = caseOn(renewal, rules, day('2026-12-21'));
    expect(late).toMatchObject({ isInTime: false, decisionOn: '2027-04-02' });
    expect(late.milestones.find(({ milestone }) => milestone === 'audit')).toMatchObject({ expectedOn: '2027-02-19', isTooLate: true });
  });

  test('an audit on the last safe day is in time, one working day later it is not', () => {
    const state = (firstDayOn: string) => caseOn({ ...renewal, booking: booked(firstDayOn) }, rules, on);
    expect(state('2027-02-17')).toMatchObject({ isInTime: true, decisionOn: '2027-03-31' });
    expect(state('2027-02-18')).toMatchObject({ isInTime: false, decisionOn: '2027-04-01' });
  });

  test('a booked audit is what the steps before it are counted from, and settles the order', () => {
    const input = { ...renewal, booking: booked('2027-02-03') };
    expect(find(input, 'submission')).toMatchObject({ latestOn: '2027-01-27', dueOn: '2027-01-13', expectedOn: '2027-01-13' });
    expect(find(input, 'order')).toMatchObject({ doneOn: on, isDoneByBooking: true, isOverdue: false });
  });

  test('the audit counts to its last day', () => {
    const input: CaseInput = { ...renewal, kind: 'first', booking: booked('2027-02-16', '2027-02-17') };
    expect(caseOn(input, rules, on).decisionOn).toBe('2027-03-31');
    expect(caseOn({ ...input, booking: { ...input.booking!, state: 'held' } }, rules, day('2027-02-20')).decisionOn).toBe('2027-03-31');
  });

  test('a planned order moves everything after it, and says what is too late now', () => {
    const before = caseOn(renewal, rules, on);
    const after = caseOn({ ...renewal, recorded: [recorded('order', { plannedOn: day('2027-01-11') })] }, rules, on);
    const moved = movedBetween(before, after);
    expect(moved.filter(({ isTooLate }) => isTooLate).map(({ milestone }) => milestone)).toEqual(
      expect.arrayContaining(['order', 'audit', 'report', 'decision', 'label']),
    );
    expect(moved.find(({ milestone }) => milestone === 'audit')).toEqual({
      milestone: 'audit',
      beforeOn: '2027-02-17',
      afterOn: '2027-03-12',
      isTooLate: true,
      wasTooLate: false,
    });
    expect(after.decisionOn).toBe('2027-04-23');
  });

  test('a day planned before what comes earlier can be through is told', () => {
    const recordedDays = [recorded('order', { plannedOn: day('2026-12-18') }), recorded('audit', { plannedOn: day('2027-01-20') })];
    expect(find({ ...renewal, recorded: recordedDays }, 'audit')).toMatchObject({ isSqueezed: true, expectedOn: '2027-01-20' });
  });

  test('whoever is the first that can act has the ball, and another may be named', () => {
    expect(caseOn(renewal, rules, on).ready).toEqual(['gap-analysis']);
    const done = [recorded('gap-analysis', { doneOn: on }), recorded('self-test', { doneOn: on, owner: 'officer' })];
    const state = caseOn({ ...renewal, recorded: done }, rules, on);
    expect(state.ready).toEqual(['order', 'documentation']);
    expect(find({ ...renewal, recorded: done }, 'self-test').owner).toBe('officer');
    expect(find(renewal, 'experts').owner).toBe('assessor');
  });
});

test('a day counts through its end: overdue and behind the plan from the day after', () => {
  const planned = { ...renewal, recorded: [recorded('gap-analysis', { plannedOn: day('2026-11-05') })] };
  const found = ['2026-11-05', '2026-11-06', '2026-11-07'].map((asked) => find(planned, 'gap-analysis', day(asked)));
  expect(found.map(({ isBehindPlan }) => isBehindPlan)).toEqual([false, true, true]);
  expect(['2026-12-04', '2026-12-05'].map((asked) => find(renewal, 'self-test', day(asked)).isOverdue)).toEqual([false, true]);
});

test('a decision is counted from the day on which an audit was held, where that came after its booking', () => {
  const heldOn = (doneOn: string) => ({
    ...renewal,
    booking: booked('2027-02-10'),
    recorded: [recorded('audit', { doneOn: day(doneOn) })],
  });
  expect(find(heldOn('2027-02-09'), 'audit', day('2027-02-15')).expectedEndsOn).toBe('2027-02-10');
  expect(find(heldOn('2027-02-12'), 'audit', day('2027-02-15')).expectedEndsOn).toBe('2027-02-12');
});

describe('refusals', () => {
  test.each([
    ['2026-12-24', 'closed-day'],
    ['2026-12-31', 'closed-day'],
    ['2026-11-28', 'closed-day'],
    ['2023-05-05', 'closed-day'],
    ['2024-04-26', null],
    ['2026-11-25', null],
    ['2046-01-02', 'outside-calendar'],
  ])('planning on %s: %s', (asked, answer) => expect(refusePlannedDay(day(asked), rules.closedDays)).toBe(answer));

  test('nothing is done before what it depends on, nor in the future', () => {
    const state = caseOn({ ...renewal, recorded: [recorded('gap-analysis', { doneOn: day('2026-11-20') })] }, rules, on);
    expect(refuseDone(state, 'self-test', on, on)).toBeNull();
    expect(refuseDone(state, 'self-test', day('2026-11-20'), on)).toBeNull();
    expect(refuseDone(state, 'self-test', day('2026-11-19'), on)).toEqual({ code: 'before-dependency', dependency: 'gap-analysis' });
    expect(refuseDone(state, 'order', on, on)).toEqual({ code: 'dependency-open', open: ['self-test'] });
    expect(refuseDone(state, 'self-test', addDays(on, 1), on)).toEqual({ code: 'not-yet' });
  });
});

describe('always', () => {
  const anyCase = fc.record<CaseInput>({
    kind: fc.constantFrom('first', 'renewal'),
    anchorOn: fc.option(anyDay),
    booking: fc.option(
      anyDay.map((firstDayOn) => ({ firstDayOn, lastDayOn: addDays(firstDayOn, 1), reportedOn: on, state: 'reported' as const })),
    ),
    recorded: fc.uniqueArray(
      fc.record({
        milestone: fc.constantFrom(...milestones),
        plannedOn: fc.option(anyDay),
        doneOn: fc.option(anyDay),
        owner: fc.constant(null),
      }),
      { selector: ({ milestone }) => milestone },
    ),
  });

  test('a case has every milestone once, never throws, and what is ready is not done', () => {
    fc.assert(
      fc.property(anyCase, anyDay, (input, asked) => {
        const state = caseOn(input, rules, asked);
        expect(state.milestones.map(({ milestone }) => milestone)).toEqual(milestones);
        for (const one of state.milestones) {
          if (one.doneOn !== null) expect([one.isReady, one.isOverdue, one.isTooLate]).toEqual([false, false, false]);
          else if (one.expectedOn !== null) expect(one.expectedOn >= asked).toBe(true);
        }
      }),
    );
  });

  test('planning a step later never brings the decision forward', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<Milestone>('gap-analysis', 'self-test', 'order', 'experts', 'documentation', 'submission'),
        fc.nat(200),
        fc.nat(60),
        fc.integer({ min: 1, max: 30 }),
        (milestone, ahead, later, months) => {
          const input = { ...renewal, anchorOn: addMonths(on, months) };
          const planned = (days: number) =>
            caseOn({ ...input, recorded: [recorded(milestone, { plannedOn: addDays(on, days) })] }, rules, on).decisionOn;
          expect(planned(ahead + later)! >= planned(ahead)!).toBe(true);
        },
      ),
    );
  });
});
