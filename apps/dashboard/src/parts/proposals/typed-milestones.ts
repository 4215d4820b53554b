import type { CalendarDate } from '@klyngevagt/scoring';
import { parseTypedDate, typedDate } from '../../typed-date.js';

/** A step of a plan as it is typed. */
export interface TypedMilestone {
  /** Null: not saved yet. */
  id: string | null;
  text: string;
  dueOn: string;
}

/** Steps stand in a form as one value, like every other field: what was typed survives refusals and newer revisions. */
export function milestonesText(milestones: readonly { id: string; text: string | null; dueOn: CalendarDate }[]): string {
  return written(milestones.map(({ id, text, dueOn }) => ({ id, text: text ?? '', dueOn: typedDate(dueOn) })));
}

export function written(milestones: readonly TypedMilestone[]): string {
  return JSON.stringify(milestones);
}

export function readMilestones(value: string): TypedMilestone[] {
  return JSON.parse(value) as TypedMilestone[];
}

/** Steps without a word and without a day were never meant. */
export function meantMilestones(value: string): TypedMilestone[] {
  return readMilestones(value).filter(({ text, dueOn }) => text.trim() !== '' || dueOn.trim() !== '');
}

type MilestoneMistake = 'text' | 'dueOn' | 'afterPlan';

/** The first thing that is wrong, with the number of its step as it is shown. */
export function milestoneMistake(value: string, planDueOn: CalendarDate | null): { number: number; mistake: MilestoneMistake } | null {
  for (const [index, { text, dueOn }] of readMilestones(value).entries()) {
    const number = index + 1;
    if (text.trim() === '' && dueOn.trim() === '') continue;
    if (text.trim() === '') return { number, mistake: 'text' };
    const day = parseTypedDate(dueOn);
    if (day === null) return { number, mistake: 'dueOn' };
    if (planDueOn !== null && day > planDueOn) return { number, mistake: 'afterPlan' };
  }
  return null;
}
