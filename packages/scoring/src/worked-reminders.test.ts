import { describe, expect, it } from 'vitest';
import { daysBetween } from './calendar-date.js';
import { daysWithout } from './days-without.js';
import { defaultRules } from './default-rules.fixture.js';
import { StoredPlan } from './stored-plan.fixture.js';
import { factsKnown, workedExamples, type ReminderMatch, type ReminderRun, type WorkedExample } from './worked-examples.fixture.js';

const manager = [{ personId: 'person-1', role: 'manager' as const }];
const withReminders = workedExamples.flatMap((example) =>
  [example.reminderRuns, example.firstEntered].flatMap((runs, index) =>
    runs ? [{ example, runs, name: index ? 'first entered' : 'as it went' }] : [],
  ),
);

describe('reminders of the worked examples', () => {
  it.each(withReminders)('$example.number, $name', ({ example, runs }) => {
    const plan = new StoredPlan(defaultRules, manager);
    for (const run of runs) checkRun(plan, example, run);
  });

  it('finds the examples that have reminders', () => {
    expect(withReminders.map(({ example }) => example.number)).toEqual([4, 10, 10]);
  });
});

describe('days without the level in the worked examples', () => {
  const counted = workedExamples.flatMap(({ facts, daysWithout: counts = [] }) => counts.map((count) => ({ facts, count })));

  it.each(counted)('from $count.from to $count.to', ({ facts, count }) => {
    const answer = daysWithout(count.level, count.from, count.to, facts, defaultRules);
    expect(answer.days).toBe(count.expect.days);
    const joined = [answer.spans[0]?.from, answer.spans.at(-1)?.to];
    expect([joined]).toEqual(count.expect.spans);
  });
});

function checkRun(plan: StoredPlan, example: WorkedExample, run: ReminderRun): void {
  const facts = factsKnown(example, run);
  plan.plan(facts, run.on);
  expect(plan.plan(facts, run.on)).toEqual({ insert: [], supersede: [], reopen: [], suppress: [], acknowledge: [], adjust: [] });
  for (const match of run.expectAmong ?? []) expect(plan.rows).toContainEqual(expect.objectContaining(match));
  for (const match of run.expectNone ?? []) expect(plan.rows.filter((row) => fits(row, match))).toEqual([]);
  if (run.expectDue) {
    const due = plan.due(run.on);
    expect(due).toMatchObject(run.expectDue);
    expect(due).toHaveLength(run.expectDue.length);
    if (run.daysToDeadline !== undefined) expect(due.map((row) => daysBetween(run.on, row.deadlineOn))).toEqual([run.daysToDeadline]);
  }
  if (run.sendDue) plan.send(run.on);
}

function fits(row: object, match: ReminderMatch): boolean {
  return Object.entries(match).every(([field, value]) => Reflect.get(row, field) === value);
}
