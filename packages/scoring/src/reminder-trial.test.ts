import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyFacts, askedDay } from './arbitrary-facts.fixture.js';
import { addDays, type CalendarDate } from './calendar-date.js';
import { boundCluster, day, renewedGold } from './cluster-facts.fixture.js';
import { defaultRules } from './default-rules.fixture.js';
import type { Recipient } from './reminder-plan.js';
import { beginTrial, liveDay, toComeAfter } from './reminder-trial.js';
import type { ClusterFacts } from './facts.js';
import { StoredPlan } from './stored-plan.fixture.js';

const manager: Recipient = { personId: 'manager', role: 'manager' };
/** Gold to 2027-03-31: order by 2026-12-18. */
const facts = boundCluster({ awards: renewedGold('2027-03-31') });

function tryReminders(some: ClusterFacts, recipients: readonly Recipient[], { from, to }: { from: CalendarDate; to: CalendarDate }) {
  let trial = beginTrial(some, { recipients, holds: [], tasks: [] });
  for (let on = from; on <= to; on = addDays(on, 1)) trial = liveDay(trial, defaultRules, on);
  return { sent: trial.sent, toCome: toComeAfter(trial) };
}

describe('a trial of reminders', () => {
  it('sends each step on its day and leaves the later ones to come', () => {
    const { sent, toCome } = tryReminders(facts, [manager], { from: day('2025-12-01'), to: day('2026-12-10') });
    expect(sent.map(({ event, offsetDays, sentOn }) => [event, offsetDays, sentOn])).toEqual([
      ['booking', -60, '2026-10-19'],
      ['booking', -30, '2026-11-18'],
      ['booking', -14, '2026-12-04'],
    ]);
    expect(toCome.slice(0, 2).map(({ event, offsetDays, dueOn }) => [event, offsetDays, dueOn])).toEqual([
      ['booking', -7, '2026-12-11'],
      ['booking', 0, '2026-12-18'],
    ]);
  });

  it('counts nothing for the step that had passed when it began', () => {
    const { sent } = tryReminders(facts, [manager], { from: day('2026-11-25'), to: day('2026-12-03') });
    expect(sent).toEqual([]);
  });

  it('says nothing where nobody is told', () => {
    expect(tryReminders(facts, [], { from: day('2026-01-01'), to: day('2026-12-31') })).toEqual({ sent: [], toCome: [] });
  });

  it('gives the very plan that a stored plan would have after the same days', () => {
    fc.assert(
      fc.property(anyFacts, askedDay, (some, from) => {
        const to = addDays(from, 40);
        const stored = new StoredPlan(defaultRules, [manager]);
        const expected: string[] = [];
        for (let on = from; on <= to; on = addDays(on, 1)) {
          stored.plan(some, on);
          const due = stored.send(on);
          if (on !== from) expected.push(...due.map((row) => `${on} ${row.event} ${row.offsetDays} ${row.deadlineOn}`));
        }
        const { sent, toCome } = tryReminders(some, [manager], { from, to });
        expect(sent.map((row) => `${row.sentOn} ${row.event} ${row.offsetDays} ${row.deadlineOn}`)).toEqual(expected);
        expect(toCome).toHaveLength(stored.rows.filter(({ state }) => state === 'planned').length);
      }),
      { numRuns: 60 },
    );
  });
});
