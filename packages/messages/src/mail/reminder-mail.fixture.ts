import { type CalendarDate, type ClusterFacts, decideCluster, type ReminderEvent } from '@klyngevagt/scoring';
import { defaultRules } from '../../../scoring/src/default-rules.fixture.js';
import { workedExamples } from '../../../scoring/src/worked-examples.fixture.js';
import type { DigestTopic, ReminderMailEvent, ReminderMailInput, ReminderTopic } from './reminder-input.js';

export const day = (text: string) => text as CalendarDate;

export function factsOf(number: number): ClusterFacts {
  const example = workedExamples.find((candidate) => candidate.number === number);
  if (!example) throw new Error(`worked example ${number} is gone`);
  return example.facts;
}

export type Moment = 'ahead' | 'today' | 'passed';

/** Every event ahead of its day, on it and after it, on the facts of a worked example. */
export const everySituation: readonly { event: ReminderMailEvent; example: number; on: Record<Moment, string> }[] = [
  { ...of('booking', '2026-12-18'), example: 5, on: { ahead: '2026-12-04', today: '2026-12-18', passed: '2026-12-28' } },
  { ...of('end', '2027-03-31'), example: 5, on: { ahead: '2027-03-01', today: '2027-03-31', passed: '2027-04-01' } },
  { ...of('window-end', '2027-06-30'), example: 7, on: { ahead: '2027-05-31', today: '2027-06-30', passed: '2027-07-01' } },
  { ...of('plan', '2027-03-31', 'plan-1'), example: 9, on: { ahead: '2027-03-01', today: '2027-03-31', passed: '2027-04-01' } },
  { ...of('waiver', '2027-01-31', 'waiver-1'), example: 9, on: { ahead: '2027-01-24', today: '2027-01-31', passed: '2027-02-01' } },
  { ...of('milestone', '2026-12-04', 'self-test'), example: 5, on: { ahead: '2026-11-20', today: '2026-12-04', passed: '2026-12-11' } },
  {
    ...of('recommendation', '2026-12-15', 'recommendation-1', 'Styrk bestyrelsen med to medlemmer fra mindre virksomheder'),
    example: 5,
    on: { ahead: '2026-12-01', today: '2026-12-15', passed: '2026-12-29' },
  },
  {
    ...of('document', '2026-12-31', 'document-1', 'Strategi 2025-2026'),
    example: 5,
    on: { ahead: '2026-12-01', today: '2026-12-31', passed: '2027-01-01' },
  },
  {
    ...of('self-test-returned', '2026-11-27', 'assessment-1'),
    example: 5,
    on: { ahead: '2026-11-26', today: '2026-11-27', passed: '2026-12-04' },
  },
];

function of(event: ReminderEvent, deadlineOn: string, subject = '', subjectTitle: string | null = null): { event: ReminderMailEvent } {
  return { event: { event, deadlineOn: day(deadlineOn), subject, subjectTitle } };
}

/** What is known of a cluster with the facts of a worked example. */
export function topicOf(
  number: number,
  on: string,
  events: readonly ReminderMailEvent[],
  name = 'Danish Life Science Cluster',
): ReminderTopic {
  const page = `https://klyngevagt.example/my-cluster/${encodeURIComponent(name)}`;
  return {
    cluster: { name },
    events,
    decision: decideCluster(factsOf(number), defaultRules, day(on)),
    rules: defaultRules,
    nextReminderOn: day('2027-08-11'),
    officer: { name: 'Mette Lindholm' },
    marking: null,
    links: { cluster: page, calculation: `${page}#hvorfor` },
  };
}

/** A mail to the cluster's manager, in Danish, unless `more` says otherwise. */
export function reminderOf(
  number: number,
  on: string,
  events: readonly ReminderMailEvent[],
  more: Partial<ReminderMailInput> = {},
): ReminderMailInput {
  return {
    ...topicOf(number, on, events),
    language: 'da',
    on: day(on),
    recipient: { name: 'Anne Holm', role: 'manager' },
    isPossibleRepeat: false,
    ...more,
  };
}

export function digestTopicOf(number: number, on: string, events: readonly ReminderMailEvent[], name: string): DigestTopic {
  const topic = topicOf(number, on, events, name);
  return {
    ...topic,
    cluster: { id: name.toLowerCase(), name },
    toldAs: { role: 'manager' },
    links: { ...topic.links, acknowledge: `https://klyngevagt.example/acknowledge/${encodeURIComponent(name)}` },
  };
}
