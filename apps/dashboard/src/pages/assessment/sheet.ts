import type { AssessmentSheet, FrameworkDocument } from '@klyngevagt/contracts';
import type { Framework } from '@klyngevagt/scoring';
import type { Language } from '@klyngevagt/messages';
import type { QueueState } from './answer-queue.js';

export type Indicator = FrameworkDocument['indicators'][number];
export type Dimension = FrameworkDocument['dimensions'][number];

/** An answer as the form shows it: what was typed here, else what was saved from here, else what the page was read with. */
export interface ShownAnswer {
  score: number | null;
  comment: string | null;
  isToConfirm: boolean;
  revision: number;
}

export function shownAnswer({ assessment }: Pick<AssessmentSheet, 'assessment'>, queue: QueueState, code: string): ShownAnswer {
  const read = assessment.answers.find(({ indicator }) => indicator === code);
  const saved = queue.saved[code];
  const newest = saved && saved.revision > (read?.revision ?? 0) ? saved : read;
  const typed = queue.pending[code];
  const stands = typed ?? newest;
  return {
    score: stands?.score ?? null,
    comment: stands?.comment ?? null,
    isToConfirm: stands?.toConfirm ?? false,
    revision: newest?.revision ?? 0,
  };
}

export const isAnswered = ({ score, isToConfirm }: ShownAnswer): boolean => score !== null && !isToConfirm;

export interface Step {
  dimension: Dimension;
  indicators: readonly Indicator[];
}

/** One step for each group, in the framework's order. */
export function stepsOf({ dimensions, indicators }: FrameworkDocument): Step[] {
  return dimensions.map((dimension) => ({ dimension, indicators: indicators.filter((one) => one.dimension === dimension.code) }));
}

export function nameIn(language: Language, named: { nameDa: string; nameEn: string }): string {
  return language === 'da' ? named.nameDa : named.nameEn;
}

/** What the rules take. */
export function frameworkOf(document: FrameworkDocument): Framework {
  return { ...document, state: 'active' };
}
