import type { ClusterDetail } from '@klyngevagt/contracts';
import { type CalendarDate, daysBetween, type Milestone } from '@klyngevagt/scoring';
import type { TFunction } from 'i18next';
import type { Format } from '../../format.js';
import { levelSpokenOf, ownTitle } from './own-title.js';

type Facts = Parameters<typeof ownTitle>[0];

/** "Jeres guldmærke gælder til 31. marts 2027 (om 126 dage)". */
export function ownTitleText(detail: Facts, t: TFunction, format: Format): string {
  const title = ownTitle(detail);
  const level = t(`myCluster.level.${levelSpokenOf(detail)}`);
  const held = t(`myCluster.level.${detail.row.level ?? 'bronze'}`);
  const date = 'date' in title ? format.longDate(title.date) : '';
  const windowEnd = 'windowEnd' in title ? format.longDate(title.windowEnd) : '';
  const days = 'date' in title ? inDays(daysBetween(detail.on, title.date), t) : '';
  return t(`myCluster.title.${title.key}`, { level, held, date, windowEnd, days });
}

/** "om 126 dage", "i morgen", "i dag". */
function inDays(days: number, t: TFunction): string {
  if (days === 0) return t('myCluster.days.today');
  if (days === 1) return t('myCluster.days.tomorrow');
  return t('myCluster.days.in', { count: days });
}

/** "I har 23 dage." */
function haveDays(days: number, t: TFunction): string {
  return days <= 0 ? t('myCluster.days.haveToday') : t('myCluster.days.have', { count: days });
}

type Code = ClusterDetail['row']['nextStep']['code'];
type NextKey = Code | 'none-until' | 'step' | 'step-undated' | 'book-audit-undated' | 'book-audit-overdue' | 'await-decision-overdue';
export interface OwnNext {
  key: NextKey;
  params: Record<string, string>;
}

/** The one thing that comes next, as a sentence with its day. */
export function ownNext(detail: Pick<ClusterDetail, 'on' | 'row' | 'chain'>, t: TFunction, format: Format): OwnNext {
  const { row, chain, on } = detail;
  const { code, dueOn, overdue } = row.nextStep;
  const date = dueOn ? format.longDate(dueOn) : '';
  const have = dueOn ? haveDays(daysBetween(on, dueOn), t) : '';
  const level = t(`myCluster.level.${levelSpokenOf(detail)}`);
  const decision = chain?.booking ? format.longDate(chain.booking.projectedDecisionOn) : '';
  const params = { date, have, level, decision };
  if (code === 'none') return noneNow(detail, format);
  if (code === 'book-audit') return { key: dueOn === null ? 'book-audit-undated' : overdue ? 'book-audit-overdue' : code, params };
  if (code === 'await-decision' && overdue) return { key: 'await-decision-overdue', params };
  return { key: code, params };
}

function noneNow({ row, on }: Pick<ClusterDetail, 'on' | 'row'>, format: Format): OwnNext {
  const isAhead = row.orderBy !== null && row.orderBy >= on && row.booking === null;
  return isAhead ? { key: 'none-until', params: { date: format.longDate(row.orderBy as CalendarDate) } } : { key: 'none', params: {} };
}

export type OwnAction = 'audit' | 'audit-again' | 'correction' | 'plan' | 'tasks';
const actions: Partial<Record<Code, OwnAction>> = {
  'book-audit': 'audit',
  'renew-in-window': 'audit',
  'rebook-audit': 'audit-again',
  'confirm-record': 'correction',
  'confirm-end': 'correction',
  'hold-level': 'plan',
  'self-test': 'tasks',
  'submit-documents': 'tasks',
};

const milestoneOf: Partial<Record<Code, Milestone>> = {
  'book-audit': 'order',
  'renew-in-window': 'order',
  'self-test': 'self-test',
  'submit-documents': 'submission',
};

/** The step of the case that the one thing is about; undefined where it is about none. */
export function decisiveMilestone({ row }: Pick<ClusterDetail, 'row'>): Milestone | undefined {
  return milestoneOf[row.nextStep.code];
}

/** What a ready step of the case says where no deadline asks for anything: then it is the one thing. */
export function stepNext(step: { name: string; dueOn: CalendarDate | null }, format: Format): OwnNext {
  const date = step.dueOn ? format.longDate(step.dueOn) : '';
  return { key: step.dueOn ? 'step' : 'step-undated', params: { step: step.name, date } };
}

/** The one button of the page; none where nothing is to be done. */
export function ownAction({ row }: Pick<ClusterDetail, 'row'>): OwnAction | null {
  return actions[row.nextStep.code] ?? null;
}
