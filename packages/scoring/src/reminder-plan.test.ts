import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyFacts, askedDay } from './arbitrary-facts.fixture.js';
import { addDays } from './calendar-date.js';
import {
  audit,
  award,
  boundCluster,
  day,
  innovationskraft,
  klyngeprogram,
  longProgramme,
  membership,
  nationalCluster,
  plan,
  renewedGold,
  waiver,
} from './cluster-facts.fixture.js';
import { decideCluster } from './decide-cluster.js';
import { defaultRules } from './default-rules.fixture.js';
import type { ClusterFacts } from './facts.js';
import { deadlinesOf } from './reminder-deadlines.js';
import { isReminderDue, type Recipient } from './reminder-plan.js';
import { StoredPlan, type StoredRow } from './stored-plan.fixture.js';

const manager: Recipient = { personId: 'manager', role: 'manager' };
const chair: Recipient = { personId: 'chair', role: 'chair' };
const officer: Recipient = { personId: 'officer', role: 'officer' };

/** Gold to 2027-03-31: order by 2026-12-18. */
const facts = boundCluster({ awards: renewedGold('2027-03-31') });
const endsOn = (validUntil: string) => boundCluster({ awards: renewedGold(validUntil) });
const newPlan = (...recipients: Recipient[]): StoredPlan => new StoredPlan(defaultRules, recipients.length > 0 ? recipients : [manager]);
const open = (stored: StoredPlan): StoredRow[] => stored.rows.filter((row) => row.state === 'planned');
const steps = (rows: readonly StoredRow[], event = 'booking'): number[] =>
  rows.filter((row) => row.event === event).map((row) => row.offsetDays);
const row = (stored: StoredPlan, event: string, offsetDays: number): StoredRow[] =>
  stored.rows.filter((known) => known.event === event && known.offsetDays === offsetDays);

describe('which reminders apply', () => {
  it('plans booking and end for a label in force, and no window yet', () => {
    const stored = newPlan();
    stored.plan(facts, day('2026-06-01'));
    expect(steps(open(stored))).toEqual([-60, -30, -14, -7, 0, 7]);
    expect(steps(open(stored), 'end')).toEqual([-30, 0, 1]);
    expect(steps(stored.rows, 'window-end')).toEqual([]);
  });

  it('plans the window, and the booking that still fits into it, once the label has ended', () => {
    const stored = newPlan();
    stored.plan(facts, day('2027-04-01'));
    const window = stored.rows.filter(({ event }) => event === 'window-end');
    expect(window.map(({ offsetDays, deadlineOn, dueOn }) => [offsetDays, deadlineOn, dueOn])).toEqual([
      [-180, '2028-03-31', '2027-10-01'],
      [-90, '2028-03-31', '2027-12-30'],
      [-30, '2028-03-31', '2028-03-01'],
      [-7, '2028-03-31', '2028-03-24'],
    ]);
    expect(row(stored, 'booking', 0)[0]?.deadlineOn).toBe('2027-12-20');
    expect(row(stored, 'end', 1)[0]).toMatchObject({ deadlineOn: '2027-03-31', state: 'planned' });
  });

  it('plans only the booking towards a first award, counted from the plan or from the day the level is due', () => {
    const byPlan = newPlan();
    byPlan.plan(boundCluster({ plans: [plan(longProgramme, '2026-05-10', '2026-06-01', '2027-03-31')] }), day('2026-07-01'));
    expect(new Set(byPlan.rows.map(({ event, cycle }) => `${event} ${cycle}`))).toEqual(new Set(['booking gold:first:1']));
    const byDay = newPlan();
    byDay.plan(boundCluster({ memberships: [membership(longProgramme, { levelDueOn: day('2027-03-31') })] }), day('2026-07-01'));
    expect(byDay.rows.map(({ deadlineOn }) => deadlineOn)).toEqual(byPlan.rows.map(({ deadlineOn }) => deadlineOn));
  });

  it.each([
    ['nobody is bound', boundCluster({ ...facts, memberships: [membership(longProgramme, { bound: 'no' })] })],
    ['the duty is not known', boundCluster({ ...facts, memberships: [membership(longProgramme, { bound: 'not-known' })] })],
    ['the label is in breach and nothing was promised', boundCluster()],
    ['the end is not known', boundCluster({ awards: [award('gold', { id: 'gold', approvedOn: '2025-01-10' })] })],
  ])('plans nothing where %s', (_, asked) => {
    const stored = newPlan();
    stored.plan(asked, day('2026-07-01'));
    expect(stored.rows).toEqual([]);
  });
});

describe('what is known to be over by then is not planned', () => {
  const plannedOn = (asked: ClusterFacts, on: string) => {
    const stored = newPlan();
    stored.plan(asked, day(on));
    return { stored, planned: open(stored).map(({ event, offsetDays }) => `${event} ${offsetDays}`) };
  };

  it('leaves out the steps after the end of a label whose cluster is exempt by then', () => {
    const waived = { ...facts, waivers: [waiver(longProgramme, '2027-02-01', '2027-06-30', '2027-01-10')] };
    const { stored, planned } = plannedOn(waived, '2027-02-15');
    expect(planned).toContain('end 0');
    expect(planned).not.toContain('end 1');
    stored.plan(waived, day('2027-04-01'));
    expect(steps(open(stored), 'end')).toEqual([]);
    stored.plan(waived, day('2027-07-01'));
    expect(steps(open(stored), 'end')).toEqual([1]);
  });

  it('takes them back where the exemption is not approved, or ends before', () => {
    for (const one of [waiver(longProgramme, '2027-02-01', '2027-06-30', null), waiver(longProgramme, '2027-02-01', '2027-03-31')]) {
      expect(plannedOn({ ...facts, waivers: [one] }, '2027-02-15').planned).toContain('end 1');
    }
    const { stored } = plannedOn({ ...facts, waivers: [waiver(longProgramme, '2027-02-01', '2027-06-30')] }, '2027-02-15');
    stored.plan(facts, day('2027-02-16'));
    expect(steps(open(stored), 'end')).toContain(1);
  });

  it('leaves out the steps after a known exit from the programme', () => {
    const leaves = { ...facts, memberships: [membership(longProgramme, { endsOn: day('2026-12-15') })] };
    const { planned } = plannedOn(leaves, '2026-12-01');
    expect(planned).toEqual(['booking -30', 'booking -14', 'booking -7']);
  });
});

describe('days of promises and exemptions', () => {
  const told = (asked: ClusterFacts, on: string) =>
    deadlinesOf(decideCluster(asked, defaultRules, day(on)), asked).filter(({ event }) => event === 'plan' || event === 'waiver');

  it('are not told of where the programme is over, beside the plan of the one that runs', () => {
    const asked = nationalCluster('cluster', {
      recordConfirmedOn: day('2026-11-01'),
      memberships: [membership(innovationskraft, { endsOn: innovationskraft.endsOn }), membership(klyngeprogram)],
      plans: [
        plan(innovationskraft, '2020-11-02', '2021-01-01', '2024-12-31'),
        plan(klyngeprogram, '2024-11-02', '2025-01-01', '2027-06-30'),
      ],
    });
    expect(told(asked, '2026-11-29')).toMatchObject([{ event: 'plan', deadlineOn: '2027-06-30' }]);
    expect(told(asked, '2027-07-01')).toMatchObject([{ event: 'plan', deadlineOn: '2027-06-30' }]);
  });

  it('are told of through the last day of an exemption', () => {
    const exempt = boundCluster({ waivers: [waiver(longProgramme, '2026-07-01', '2026-08-31')] });
    expect(told(exempt, '2026-08-31')).toMatchObject([{ event: 'waiver', deadlineOn: '2026-08-31' }]);
    expect(told(exempt, '2026-09-01')).toEqual([]);
  });

  it('are told of through the very day of a plan, and of several accepted plans the one that runs longest', () => {
    const kept = { awards: renewedGold('2026-06-30') };
    const [short, long] = ['2026-12-31', '2027-03-31'].map((dueOn, index) => plan(longProgramme, `2026-05-1${index}`, '2026-06-01', dueOn));
    const facts = boundCluster({ ...kept, plans: [short!, long!] });
    expect(told(facts, '2026-07-01')).toMatchObject([{ subject: long?.id, deadlineOn: '2027-03-31' }]);
    expect(told(facts, '2027-03-31')).toMatchObject([{ deadlineOn: '2027-03-31' }]);
    // The level was held on the day of acceptance: what came later is another matter.
    expect(told(facts, '2027-04-01')).toEqual([]);
  });

  it('are told of until the day on which a plan is closed', () => {
    const closed = boundCluster({ plans: [plan(longProgramme, '2026-05-10', '2026-06-01', '2027-03-31', '2026-08-15')] });
    expect(told(closed, '2026-08-14')).toMatchObject([{ event: 'plan', deadlineOn: '2027-03-31' }]);
    expect(told(closed, '2026-08-15')).toEqual([]);
  });

  it('are over with a plan whose level was held on the day of its acceptance, not with one that was accepted the day after', () => {
    const awards = renewedGold('2026-05-31');
    const accepted = (acceptedOn: string) => boundCluster({ awards, plans: [plan(longProgramme, '2026-05-10', acceptedOn, '2026-06-30')] });
    expect(told(accepted('2026-05-31'), '2026-07-01')).toEqual([]);
    expect(told(accepted('2026-06-01'), '2026-07-01')).toMatchObject([{ event: 'plan', deadlineOn: '2026-06-30' }]);
  });
});

describe('what falls away and comes back', () => {
  it('supersedes reminders to book while an audit is booked in time, and re-opens them when it is rejected', () => {
    const stored = newPlan();
    stored.plan(facts, day('2026-06-01'));
    stored.plan({ ...facts, audits: [audit('audit', '2027-02-10')] }, day('2026-06-02'));
    expect(steps(open(stored))).toEqual([]);
    expect(steps(open(stored), 'end')).toEqual([-30, 0, 1]);
    const change = stored.plan({ ...facts, audits: [audit('audit', '2027-02-10', { state: 'rejected' })] }, day('2026-06-03'));
    expect(change.insert).toEqual([]);
    expect(steps(open(stored))).toEqual([-60, -30, -14, -7, 0, 7]);
  });

  it('keeps reminding while the booked audit comes too late', () => {
    const stored = newPlan();
    stored.plan({ ...facts, audits: [audit('audit', '2027-02-18')] }, day('2026-06-01'));
    expect(steps(open(stored))).toEqual([-60, -30, -14, -7, 0, 7]);
  });

  it('is silent during a waiver and goes on after it', () => {
    const promised = boundCluster({ plans: [plan(longProgramme, '2026-05-10', '2026-06-01', '2027-03-31')] });
    const waived = { ...promised, waivers: [waiver(longProgramme, '2026-07-01', '2026-08-31')] };
    const stored = newPlan();
    stored.plan(waived, day('2026-06-30'));
    const before = steps(open(stored));
    stored.plan(waived, day('2026-07-01'));
    expect(open(stored)).toEqual([]);
    stored.plan(waived, day('2026-09-01'));
    expect(steps(open(stored))).toEqual(before);
  });

  it('supersedes the old cycle and arms the new one when the label is renewed', () => {
    const stored = newPlan();
    stored.plan(facts, day('2026-11-01'));
    const renewed = [...facts.awards, award('gold', { id: 'gold-3', kind: 'renewal', approvedOn: '2026-11-20', validUntil: '2030-03-31' })];
    stored.plan({ ...facts, awards: renewed }, day('2026-11-25'));
    expect(new Set(open(stored).map(({ cycle }) => cycle))).toEqual(new Set(['gold:renewal:gold-3']));
    expect(row(stored, 'booking', -30)[0]).toMatchObject({ cycle: 'gold:renewal:gold-2', state: 'superseded' });
  });

  it('never touches a row that is being sent, was sent, failed or is uncertain', () => {
    const stored = newPlan();
    stored.plan(facts, day('2026-06-01'));
    const states = ['sending', 'sent', 'failed', 'uncertain'] as const;
    stored.rows = stored.rows.map((known, index) => ({ ...known, state: states[index] ?? 'suppressed' }));
    const change = stored.plan(endsOn('2029-03-31'), day('2026-06-02'));
    expect(change).toMatchObject({ supersede: [], reopen: [], suppress: [], acknowledge: [], adjust: [] });
  });
});

describe('a deadline that moves', () => {
  it.each(['sent', 'uncertain', 'sending'] as const)('does not repeat what was %s when it moves by less than seven days', (outcome) => {
    const stored = newPlan();
    stored.plan(facts, day('2026-10-19'));
    stored.send(day('2026-11-18'));
    stored.rows = stored.rows.map((known) => (known.state === 'sent' ? { ...known, state: outcome } : known));
    stored.plan(endsOn('2027-04-05'), day('2026-11-20'));
    const moved = stored.rows.filter(({ deadlineOn }) => deadlineOn === '2026-12-23');
    expect(moved.filter(({ event }) => event === 'booking').map(({ offsetDays, state }) => [offsetDays, state])).toEqual([
      [-60, 'suppressed'],
      [-30, 'suppressed'],
      [-14, 'planned'],
      [-7, 'planned'],
      [0, 'planned'],
      [7, 'planned'],
    ]);
    expect(moved.find(({ offsetDays }) => offsetDays === -30)?.suppressedBecause).toBe('deadline-barely-moved');
  });

  it('repeats from a move of seven days on', () => {
    const stored = newPlan();
    stored.plan(facts, day('2026-10-19'));
    stored.send(day('2026-11-18'));
    // Order by 2026-12-28: ten days later.
    stored.plan(endsOn('2027-04-10'), day('2026-11-20'));
    expect(stored.rows.find(({ offsetDays, deadlineOn }) => offsetDays === -30 && deadlineOn === '2026-12-28')).toMatchObject({
      state: 'planned',
    });
  });

  it.each([
    // Orders by 2027-06-18, then by 2027-06-25 (seven days) or by 2027-06-24 (six).
    ['2027-10-07', 'planned'],
    ['2027-10-04', 'suppressed'],
  ])('takes seven days as far enough: an end moved to %s leaves the sent step %s', (validUntil, state) => {
    const stored = newPlan();
    stored.plan(endsOn('2027-09-30'), day('2027-05-19'));
    expect(stored.send(day('2027-05-19')).map(({ offsetDays }) => offsetDays)).toEqual([-30]);
    stored.plan(endsOn(validUntil), day('2027-05-20'));
    const moved = stored.rows.filter(
      ({ event, offsetDays, deadlineOn }) => event === 'booking' && offsetDays === -30 && deadlineOn !== '2027-06-18',
    );
    expect(moved.map((known) => known.state)).toEqual([state]);
  });

  it('measures small moves from what was sent, so that many of them add up', () => {
    const stored = newPlan();
    stored.plan(facts, day('2026-11-18'));
    stored.send(day('2026-11-18'));
    stored.plan(endsOn('2027-04-05'), day('2026-11-19'));
    stored.plan(endsOn('2027-04-10'), day('2026-11-20'));
    expect(stored.rows.find(({ offsetDays, deadlineOn }) => offsetDays === -30 && deadlineOn === '2026-12-28')?.state).toBe('planned');
  });

  it('suppresses what is overtaken when it moves back late', () => {
    const stored = newPlan();
    stored.plan(facts, day('2026-11-18'));
    stored.send(day('2026-11-18'));
    stored.plan(endsOn('2027-04-30'), day('2026-11-25'));
    stored.plan(facts, day('2026-12-14'));
    const back = stored.rows.filter(({ event, deadlineOn }) => event === 'booking' && deadlineOn === '2026-12-18');
    expect(back.map(({ offsetDays, state }) => [offsetDays, state])).toEqual([
      [-60, 'suppressed'],
      [-30, 'sent'],
      [-14, 'suppressed'],
      [-7, 'planned'],
      [0, 'planned'],
      [7, 'planned'],
    ]);
  });
});

describe('people', () => {
  it('tells the chair and the officer from seven days before', () => {
    const stored = newPlan(manager, chair, officer);
    stored.plan(facts, day('2026-06-01'));
    const of = (personId: string) => steps(stored.rows.filter((known) => known.personId === personId));
    expect([of('manager'), of('chair'), of('officer')]).toEqual([
      [-60, -30, -14, -7, 0, 7],
      [-7, 0, 7],
      [-7, 0, 7],
    ]);
  });

  it('sends a new recipient only the newest of the past steps', () => {
    const stored = newPlan();
    stored.plan(facts, day('2026-10-19'));
    stored.send(day('2026-12-04'));
    const late: Recipient = { personId: 'new', role: 'manager' };
    stored.plan(facts, day('2026-12-07'), [manager, late]);
    expect(stored.due(day('2026-12-07')).map(({ personId, offsetDays }) => [personId, offsetDays])).toEqual([['new', -14]]);
    expect(
      stored.rows.filter(({ personId, state }) => personId === 'new' && state === 'suppressed').map(({ offsetDays }) => offsetDays),
    ).toEqual([-60, -30]);
  });

  it('writes once to a person in two roles', () => {
    const stored = newPlan(manager, { personId: 'manager', role: 'chair' });
    stored.plan(facts, day('2026-06-01'));
    expect(steps(stored.rows)).toEqual([-60, -30, -14, -7, 0, 7]);
  });

  it('drops the open reminders of a person who left', () => {
    const stored = newPlan(manager, officer);
    stored.plan(facts, day('2026-06-01'));
    stored.plan(facts, day('2026-06-02'), [officer]);
    expect(new Set(open(stored).map(({ personId }) => personId))).toEqual(new Set(['officer']));
  });
});

describe('days', () => {
  it('sends on the open day before a closed one', () => {
    const stored = newPlan();
    stored.plan(endsOn('2027-04-30'), day('2026-06-01'));
    expect(row(stored, 'booking', -30)[0]).toMatchObject({ deadlineOn: '2027-01-18', dueOn: '2026-12-18' });
    expect(row(stored, 'booking', -14)[0]).toMatchObject({ dueOn: '2027-01-04' });
  });

  it('goes out on its own day where the calendar is not known', () => {
    const stored = newPlan();
    stored.plan(endsOn('2046-06-30'), day('2045-06-01'));
    expect(row(stored, 'end', -30)[0]).toMatchObject({ deadlineOn: '2046-06-30', dueOn: '2046-05-31' });
    expect(row(stored, 'booking', -30)).toEqual([]);
  });

  it('is due on its day and on every day after, until it is closed', () => {
    const planned = { state: 'planned' as const, dueOn: day('2026-11-18') };
    expect(['2026-11-17', '2026-11-18', '2026-11-25'].map((on) => isReminderDue(planned, day(on)))).toEqual([false, true, true]);
    expect(isReminderDue({ ...planned, state: 'sent' }, day('2026-11-25'))).toBe(false);
  });

  it('catches up with nights that were missed', () => {
    const stored = newPlan();
    stored.plan(facts, day('2026-10-01'));
    stored.plan(facts, day('2026-11-20'));
    expect(stored.send(day('2026-11-20')).map(({ offsetDays }) => offsetDays)).toEqual([-60, -30]);
  });
});

it('planning twice plans nothing new, whatever happened before', () => {
  const recipients = [manager, chair, officer];
  fc.assert(
    fc.property(fc.array(fc.tuple(anyFacts, fc.nat(60), fc.boolean()), { minLength: 1, maxLength: 5 }), askedDay, (history, start) => {
      const stored = new StoredPlan(defaultRules, recipients);
      let on = start;
      for (const [asked, wait, sends] of history) {
        on = addDays(on, wait);
        stored.plan(asked, on);
        expect(stored.plan(asked, on)).toEqual({ insert: [], supersede: [], reopen: [], suppress: [], acknowledge: [], adjust: [] });
        if (sends) stored.send(on);
        expect(stored.plan(asked, on)).toEqual({ insert: [], supersede: [], reopen: [], suppress: [], acknowledge: [], adjust: [] });
      }
    }),
    { numRuns: 80 },
  );
});

describe('a plan', () => {
  const promised = plan(longProgramme, '2024-05-10', '2024-06-01', '2024-12-31');
  const planSteps = (asked: ClusterFacts, on: string) => {
    const stepsOfPlan = [-7, 1].map((offsetDays) => ({
      ...defaultRules.reminderSteps[0]!,
      id: `plan${offsetDays}`,
      event: 'plan' as const,
      offsetDays,
    }));
    const stored = new StoredPlan({ ...defaultRules, reminderSteps: stepsOfPlan }, [manager]);
    stored.plan(asked, day(on));
    return steps(stored.rows, 'plan');
  };

  it('that was not kept is told of after its day', () => {
    expect(planSteps(boundCluster({ plans: [promised] }), '2025-01-02')).toEqual([-7, 1]);
  });

  it('that was kept is not told of again when the label ends years later', () => {
    const kept = boundCluster({ plans: [promised], awards: renewedGold('2027-03-31') });
    expect(planSteps(kept, '2027-04-02')).toEqual([]);
  });
});
