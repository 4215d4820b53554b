import document from '../fixtures/worked-examples.json' with { type: 'json' };
import type { CalendarDate } from './calendar-date.js';
import type { Chain, ClusterDecision, LabelState, NextStep } from './decision.js';
import type { Award, ClusterFacts } from './facts.js';
import type { ReminderKey, ReminderState, SuppressedBecause } from './reminder-plan.js';
import type { AwardToPropose, ValidityProposal } from './validity-proposal.js';

/** The worked examples as typed data: the JSON is what API, mail and dashboard tests read too. */

export type RecordedAward = Award & { recordedOn?: CalendarDate };

export type RecordedFacts = Omit<ClusterFacts, 'awards'> & { awards: readonly RecordedAward[] };

export interface ExpectedAnswer {
  label?: Partial<LabelState>;
  required?: Partial<LabelState>;
  verdict?: ClusterDecision['verdict'];
  compliant?: boolean | null;
  bound?: boolean;
  needsAction?: boolean;
  nextStep?: NextStep;
  chain?: Partial<Omit<Chain, 'cycle' | 'steps' | 'booking'>> & {
    cycle?: Partial<Chain['cycle']>;
    steps?: Partial<Chain['steps'][number]>[];
    booking?: Partial<NonNullable<Chain['booking']>>;
  };
  reasons?: string[];
  withoutReasons?: string[];
}

export type ReminderMatch = Partial<ReminderKey> & { dueOn?: CalendarDate; state?: ReminderState; suppressedBecause?: SuppressedBecause };

export interface ReminderRun {
  on: CalendarDate;
  known?: CalendarDate;
  variant?: string;
  /** After planning, everything due is sent. */
  sendDue: boolean;
  /** Rows that must be in the plan after planning. */
  expectAmong?: ReminderMatch[];
  /** What no row may match. */
  expectNone?: ReminderMatch[];
  /** Exactly the rows that are due. */
  expectDue?: ReminderMatch[];
  daysToDeadline?: number;
}

export interface WorkedExample {
  number: number;
  title: string;
  facts: RecordedFacts;
  variants?: Record<string, Partial<RecordedFacts>>;
  proposals?: { award: AwardToPropose; earlier: Award[]; expect: Partial<ValidityProposal> }[];
  answers: { on: CalendarDate; known?: CalendarDate; variant?: string; expect: ExpectedAnswer }[];
  daysWithout?: { level: 'gold'; from: CalendarDate; to: CalendarDate; expect: { days: number; spans: [CalendarDate, CalendarDate][] } }[];
  reminderRuns?: ReminderRun[];
  firstEntered?: ReminderRun[];
}

// The compiler reads the JSON's strings as plain strings; its shape is held by the tests that walk every example.
export const workedExamples = document.examples as unknown as readonly WorkedExample[];

/** The facts of an example as known at the end of a day, with a variant's lists in place of the example's. */
export function factsKnown(example: WorkedExample, question: { known?: CalendarDate; variant?: string }): ClusterFacts {
  const variant = question.variant === undefined ? {} : example.variants?.[question.variant];
  if (!variant) throw new Error(`Example ${example.number} has no variant ${question.variant}`);
  const facts: RecordedFacts = { ...example.facts, ...variant };
  const { known } = question;
  return { ...facts, awards: facts.awards.filter(({ recordedOn }) => !known || !recordedOn || recordedOn <= known) };
}
