import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyFacts, askedDay } from './arbitrary-facts.fixture.js';
import { addDays } from './calendar-date.js';
import { boundCluster, day, renewedGold } from './cluster-facts.fixture.js';
import { defaultRules } from './default-rules.fixture.js';
import { effectiveRules } from './effective-rules.js';
import type { ReminderHold } from './reminder-hold.js';
import { ladderTo } from './reminder-ladder.js';
import type { Recipient } from './reminder-plan.js';
import type { RecipientRole, ReminderStepRule, Rules } from './rules.js';
import { StoredPlan } from './stored-plan.fixture.js';

/** Gold to 2027-03-31: order by 2026-12-18. */
const facts = boundCluster({ awards: renewedGold('2027-03-31') });
const roles = ['manager', 'chair', 'officer', 'head'] as const;
const everyone: Recipient[] = roles.map((role) => ({ personId: role, role }));
const nothing = { insert: [], supersede: [], reopen: [], suppress: [], acknowledge: [], adjust: [] };

let ids = 0;
const step = (offsetDays: number, more: Partial<ReminderStepRule> = {}): ReminderStepRule => ({
  id: `step-${(ids += 1)}`,
  event: 'booking',
  level: null,
  clusterId: null,
  offsetDays,
  unit: 'calendar-days',
  recipients: ['manager'],
  channel: 'mail',
  urgency: 'routine',
  effectiveFrom: day('2010-01-01'),
  source: 'test',
  confidence: 'sourced',
  ...more,
});
const withSteps = (...reminderSteps: ReminderStepRule[]): Rules => ({ ...defaultRules, reminderSteps });
const to = (rules: Rules, { level = 'gold' as const, clusterId = 'cluster', deadlineOn = '2026-12-18', on = '2026-06-01' } = {}) =>
  ladderTo({ event: 'booking', level, deadlineOn: day(deadlineOn) }, clusterId, effectiveRules(rules, day(on)));
const offsets = (...asked: Parameters<typeof to>) => to(...asked).map(({ rule }) => rule.offsetDays);
const planned = (stored: StoredPlan) =>
  stored.rows.filter(({ state }) => state === 'planned').map(({ offsetDays, dueOn }) => [offsetDays, dueOn]);

describe('which steps apply', () => {
  const own = step(-5, { clusterId: 'own' });

  it('replaces all steps of the event by those of the cluster, for that cluster only', () => {
    const rules = withSteps(step(-30), step(-7), own, step(-3, { event: 'end' }));
    expect(offsets(rules, { clusterId: 'own' })).toEqual([-5]);
    expect(offsets(rules, { clusterId: 'other' })).toEqual([-30, -7]);
    expect(
      ladderTo({ event: 'end', level: 'gold', deadlineOn: day('2026-12-18') }, 'own', effectiveRules(rules, day('2026-06-01'))),
    ).toHaveLength(1);
  });

  it('goes back to the steps for all once the last own one is taken out', () => {
    const rules = withSteps(step(-30), own, { ...own, id: 'out', recipients: [], effectiveFrom: day('2026-10-01') });
    expect(offsets(rules, { clusterId: 'own', on: '2026-09-30' })).toEqual([-5]);
    expect(offsets(rules, { clusterId: 'own', on: '2026-10-01' })).toEqual([-30]);
  });

  it('replaces the steps of all levels by those of the level, among the steps for all and among a cluster’s own', () => {
    const rules = withSteps(step(-30), step(-10, { level: 'silver' }), own, step(-2, { clusterId: 'own', level: 'silver' }));
    const silver = { level: 'silver' as never };
    expect(offsets(rules)).toEqual([-30]);
    expect(offsets(rules, silver)).toEqual([-10]);
    expect(offsets(rules, { clusterId: 'own' })).toEqual([-5]);
    expect(offsets(rules, { ...silver, clusterId: 'own' })).toEqual([-2]);
  });

  it('takes the newest row of a step that has begun, and none that has been taken out', () => {
    const changed = step(-30, { effectiveFrom: day('2026-10-01'), urgency: 'urgent' });
    const out = step(-7, { effectiveFrom: day('2026-10-01'), recipients: [] });
    const rules = withSteps(step(-30), step(-7), changed, out);
    expect(to(rules, { on: '2026-09-30' }).map(({ rule }) => [rule.offsetDays, rule.urgency])).toEqual([
      [-30, 'routine'],
      [-7, 'routine'],
    ]);
    expect(to(rules, { on: '2026-10-01' }).map(({ rule }) => [rule.offsetDays, rule.urgency])).toEqual([[-30, 'urgent']]);
  });
});

describe('the day of a step', () => {
  it.each([
    // Closed: 24, 25, 26 and 31 December, 1 January; the weekends of 19, 26 December and 2 January.
    [0, '2026-12-30'],
    [-1, '2026-12-29'],
    [-3, '2026-12-23'],
    [-5, '2026-12-21'],
    [-6, '2026-12-18'],
    [1, '2027-01-04'],
    [2, '2027-01-05'],
  ])('counts %i working days over Christmas 2026', (offsetDays, dueOn) => {
    const rules = withSteps(step(offsetDays, { unit: 'working-days' }));
    expect(to(rules, { deadlineOn: '2026-12-30' }).map((one) => one.dueOn)).toEqual([dueOn]);
  });

  it('sends on the open day before where the deadline itself is closed', () => {
    expect(to(withSteps(step(0, { unit: 'working-days' })), { deadlineOn: '2026-12-25' }).map(({ dueOn }) => dueOn)).toEqual([
      '2026-12-23',
    ]);
  });

  it('sends a calendar day that is closed on the open day before', () => {
    expect(to(withSteps(step(-5)), { deadlineOn: '2026-12-30' }).map(({ dueOn }) => dueOn)).toEqual(['2026-12-23']);
  });

  it.each([
    ['a Friday', '2027-04-30', '2027-05-03'],
    ['a Saturday', '2027-07-31', '2027-08-02'],
    ['New Year’s Eve, a Monday', '2029-12-31', '2030-01-02'],
  ])('tells that a deadline on %s has passed on the first open day after it, never before', (_, deadlineOn, dueOn) => {
    expect(to(withSteps(step(1)), { deadlineOn }).map((one) => one.dueOn)).toEqual([dueOn]);
  });

  it('sends a later step on the open day before, as long as the deadline has passed by then', () => {
    expect(to(withSteps(step(7)), { deadlineOn: '2026-12-18' }).map((one) => one.dueOn)).toEqual(['2026-12-23']);
  });

  it('puts steps into the order of their days, also where units differ', () => {
    const rules = withSteps(step(-10, { unit: 'working-days' }), step(-11));
    expect(offsets(rules)).toEqual([-10, -11]);
  });
});

describe('a ladder that is changed', () => {
  const planUnder = (rules: Rules, rows: StoredPlan['rows'] = []) => {
    const stored = new StoredPlan(rules, everyone);
    stored.rows = rows;
    return stored;
  };

  it('moves, withdraws and adds what is open, in place where the step stays', () => {
    const before = planUnder(withSteps(step(-60), step(-30), step(-14), step(-7)));
    before.plan(facts, day('2026-06-01'));
    const after = planUnder(
      withSteps(step(-60, { urgency: 'urgent', channel: 'inbox' }), step(-30, { unit: 'working-days' }), step(-10), step(-7)),
      before.rows,
    );
    const change = after.plan(facts, day('2026-06-01'));
    expect([change.insert.length, change.supersede.length, change.adjust.length]).toEqual([1, 1, 2]);
    expect(planned(after)).toEqual([
      [-60, '2026-10-19'],
      [-30, '2026-11-06'],
      [-7, '2026-12-11'],
      [-10, '2026-12-08'],
    ]);
    expect(after.rows[0]).toMatchObject({ urgency: 'urgent', channel: 'inbox' });
    expect(after.plan(facts, day('2026-06-01'))).toEqual(nothing);
  });

  it('brings back the very rows when it is changed back', () => {
    const rules = withSteps(step(-60), step(-30));
    const first = planUnder(rules);
    first.plan(facts, day('2026-06-01'));
    const without = planUnder(withSteps(step(-60)), first.rows);
    without.plan(facts, day('2026-06-02'));
    expect(planned(without)).toHaveLength(1);
    const back = planUnder(rules, without.rows);
    expect(back.plan(facts, day('2026-06-03'))).toMatchObject({ insert: [], reopen: [expect.any(String)] });
    expect(back.rows).toEqual(first.rows);
  });

  it('leaves alone what is in hand or was sent, and sends it to nobody again', () => {
    const before = planUnder(withSteps(step(-60), step(-30)));
    before.plan(facts, day('2026-10-19'));
    const rows = before.rows.map((row) => (row.offsetDays === -60 ? { ...row, state: 'sending' as const } : row));
    const after = planUnder(withSteps(step(-60, { urgency: 'final', unit: 'working-days' })), rows);
    expect(after.plan(facts, day('2026-10-19'))).toMatchObject({ insert: [], adjust: [], suppress: [] });
    expect(after.rows.find(({ offsetDays }) => offsetDays === -60)).toEqual(rows.find(({ offsetDays }) => offsetDays === -60));
  });
});

describe('who is told when somebody cannot be reached', () => {
  const failing = (stored: StoredPlan, role: RecipientRole) => {
    stored.rows = stored.rows.map((row) => (row.role === role && row.state === 'planned' ? { ...row, state: 'failed' as const } : row));
    stored.plan(facts, day('2026-11-18'));
    return stored.rows.filter(({ state }) => state === 'planned').map(({ role: told }) => told);
  };

  it('goes from the manager to chair and officer, and from the officer to the head of programme', () => {
    const stored = new StoredPlan(withSteps(step(-30)), everyone);
    stored.plan(facts, day('2026-11-18'));
    expect(stored.rows.map(({ role }) => role)).toEqual(['manager']);
    expect(failing(stored, 'manager')).toEqual(['chair', 'officer']);
    expect(failing(stored, 'officer')).toEqual(['chair', 'head']);
    expect(stored.plan(facts, day('2026-11-18'))).toEqual(nothing);
  });

  it('goes to the next in line at once where nobody has the role, and comes back to whoever is appointed', () => {
    const toldOf = (...present: RecipientRole[]) => {
      const stored = new StoredPlan(
        withSteps(step(-30)),
        everyone.filter(({ role }) => present.includes(role)),
      );
      return stored.plan(facts, day('2026-11-01')).insert.map(({ role, escalatedFrom }) => [role, escalatedFrom]);
    };
    expect(toldOf('chair', 'officer', 'head')).toEqual([
      ['chair', 'manager'],
      ['officer', 'manager'],
    ]);
    expect(toldOf('officer', 'head')).toEqual([['officer', 'manager']]);
    expect(toldOf('head')).toEqual([['head', 'officer']]);
    expect(toldOf(...roles)).toEqual([['manager', null]]);
    const sent = new StoredPlan(withSteps(step(-30)), everyone);
    sent.plan(facts, day('2026-11-18'));
    const left = new StoredPlan(
      withSteps(step(-30)),
      everyone.filter(({ role }) => role !== 'manager'),
    );
    left.rows = sent.rows.map((row) => ({ ...row, state: 'sent' as const }));
    expect(left.plan(facts, day('2026-11-20'))).toEqual(nothing);
    const stored = new StoredPlan(withSteps(step(-30)), [{ personId: 'officer', role: 'officer' }]);
    stored.plan(facts, day('2026-11-01'));
    const appointed = new StoredPlan(withSteps(step(-30)), everyone);
    appointed.rows = stored.rows;
    appointed.plan(facts, day('2026-11-02'));
    expect(appointed.rows.map(({ role, state }) => [role, state])).toEqual([
      ['officer', 'superseded'],
      ['manager', 'planned'],
    ]);
  });

  it('tells of that step only', () => {
    const stored = new StoredPlan(withSteps(step(-30), step(-14)), everyone);
    stored.plan(facts, day('2026-11-18'));
    stored.rows = stored.rows.map((row) => (row.offsetDays === -30 ? { ...row, state: 'failed' as const } : row));
    stored.plan(facts, day('2026-11-18'));
    const told = stored.rows.filter(({ role }) => role !== 'manager').map(({ role, offsetDays }) => [role, offsetDays]);
    expect(told).toEqual([
      ['chair', -30],
      ['officer', -30],
    ]);
  });
});

describe('what is held back', () => {
  const hold = (more: Partial<ReminderHold>): ReminderHold => ({
    id: 'hold',
    kind: 'pause',
    event: 'booking',
    subject: null,
    deadlineOn: null,
    fromOn: day('2026-11-01'),
    untilOn: day('2026-12-10'),
    ...more,
  });
  const rules = withSteps(step(-30), step(-14), step(-12, { urgency: 'final' }), step(-7));
  const stateUnder = (...holds: ReminderHold[]) => {
    const stored = new StoredPlan(rules, everyone);
    stored.holds = holds;
    stored.plan(facts, day('2026-11-01'));
    expect(stored.plan(facts, day('2026-11-01'))).toEqual(nothing);
    return Object.fromEntries(stored.rows.map(({ offsetDays, state, dueOn }) => [offsetDays, state === 'planned' ? dueOn : state]));
  };

  it('leaves a paused step out, and sends a final one all the same', () => {
    expect(stateUnder(hold({}))).toEqual({ [-30]: 'suppressed', [-14]: 'suppressed', [-12]: '2026-12-04', [-7]: '2026-12-11' });
  });

  it('keeps an acknowledged step, for the deadline that was acknowledged', () => {
    const acknowledgement = hold({ kind: 'acknowledgement', subject: '', deadlineOn: day('2026-12-18') });
    expect(stateUnder(acknowledgement)).toMatchObject({ [-30]: 'acknowledged', [-12]: '2026-12-04' });
    expect(stateUnder({ ...acknowledgement, deadlineOn: day('2026-12-19') })).toMatchObject({ [-30]: '2026-11-18' });
  });

  it('sends a snoozed step on the open day after', () => {
    // The day after Friday 4 December is a Saturday.
    expect(stateUnder(hold({ kind: 'snooze', untilOn: day('2026-12-04') }))).toMatchObject({
      [-30]: '2026-12-07',
      [-14]: '2026-12-07',
      [-12]: '2026-12-04',
    });
  });

  it('of two that snooze goes by the later day', () => {
    const [sooner, later] = [hold({ kind: 'snooze', untilOn: day('2026-12-04') }), hold({ kind: 'snooze', untilOn: day('2026-12-07') })];
    expect(stateUnder(sooner, later)).toMatchObject({ [-30]: '2026-12-08' });
    expect(stateUnder(later, sooner)).toMatchObject({ [-30]: '2026-12-08' });
  });

  it('plans anew what a pause held back when the pause ends before its day', () => {
    const stored = new StoredPlan(rules, everyone);
    stored.holds = [hold({})];
    stored.plan(facts, day('2026-11-01'));
    stored.holds = [hold({ untilOn: day('2026-11-20') })];
    stored.plan(facts, day('2026-11-21'));
    expect(planned(stored)).toEqual(expect.arrayContaining([[-14, '2026-12-04']]));
    expect(stored.rows.find(({ offsetDays }) => offsetDays === -30)?.state).toBe('suppressed');
    // Let go on the day of a step, it is the next one that tells.
    stored.holds = [hold({})];
    stored.plan(facts, day('2026-11-30'));
    stored.holds = [];
    stored.plan(facts, day('2026-12-04'));
    expect(stored.rows.find(({ offsetDays }) => offsetDays === -14)?.state).toBe('suppressed');
    expect(planned(stored)).toEqual(expect.arrayContaining([[-7, '2026-12-11']]));
  });
});

const anyStep = fc.record({
  event: fc.constantFrom('booking' as const, 'end' as const, 'window-end' as const, 'plan' as const, 'waiver' as const),
  level: fc.constantFrom(null, null, 'gold' as const, 'silver' as const),
  clusterId: fc.constantFrom(null, null, facts.clusterId),
  offsetDays: fc.integer({ min: -90, max: 30 }),
  unit: fc.constantFrom('calendar-days' as const, 'working-days' as const),
  recipients: fc.subarray([...roles]),
  channel: fc.constantFrom('mail' as const, 'inbox' as const),
  urgency: fc.constantFrom('routine' as const, 'urgent' as const, 'final' as const),
});
const anyHold = fc.record({
  kind: fc.constantFrom('pause' as const, 'snooze' as const, 'acknowledgement' as const),
  event: fc.constantFrom(null, 'booking' as const, 'end' as const),
  from: fc.integer({ min: -30, max: 30 }),
  days: fc.nat(60),
});

it('planning twice changes nothing, under any ladders, holds and failures', () => {
  const anyMorning = fc.record({
    steps: fc.array(anyStep, { maxLength: 6 }),
    holds: fc.array(anyHold, { maxLength: 2 }),
    wait: fc.nat(30),
    end: fc.constantFrom('sent', 'failed', 'open'),
  });
  fc.assert(
    fc.property(anyFacts, askedDay, fc.array(anyMorning, { minLength: 1, maxLength: 4 }), (some, start, mornings) => {
      let rows: StoredPlan['rows'] = [];
      let on = start;
      for (const { steps, holds, wait, end } of mornings) {
        on = addDays(on, wait);
        const stored = new StoredPlan(withSteps(...steps.map(({ offsetDays, ...more }) => step(offsetDays, more))), everyone);
        stored.rows = rows;
        stored.holds = holds.map(({ kind, event, from, days }, index) => ({
          id: `hold-${index}`,
          kind,
          event,
          subject: null,
          deadlineOn: null,
          fromOn: addDays(on, from),
          untilOn: addDays(on, from + days),
        }));
        stored.plan(some, on);
        expect(stored.plan(some, on)).toEqual(nothing);
        const due = new Set(stored.due(on).map(({ id }) => id));
        if (end !== 'open') stored.rows = stored.rows.map((row) => (due.has(row.id) ? { ...row, state: end as 'sent' | 'failed' } : row));
        stored.plan(some, on);
        expect(stored.plan(some, on)).toEqual(nothing);
        ({ rows } = stored);
      }
    }),
    { numRuns: 150 },
  );
});
