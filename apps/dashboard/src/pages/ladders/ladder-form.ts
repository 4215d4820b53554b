import type { LadderList, LadderStep, RuleChange } from '@klyngevagt/contracts';
import type { CalendarDate } from '@klyngevagt/scoring';
import type { TFunction } from 'i18next';
import { ApiProblem } from '../../api-client.js';
import type { FieldError } from '../../parts/SideDrawerForm.js';
import { parseTypedDate, typedDate } from '../../typed-date.js';
import type { EventLadders, Step } from './ladders-query.js';

/** The steps towards one event as a form begins with them: those that apply, or as a draft has them. */
export interface EditedLadders extends Pick<EventLadders, 'event' | 'name'> {
  ladders: readonly { cluster: LadderList['clusters'][number] | null; steps: readonly LadderStep[] }[];
}

/** As typed. */
export interface StepForm {
  /** Stable while the form is open. */
  key: number;
  days: string;
  side: 'before' | 'after';
  unit: Step['unit'];
  /** Empty: all levels. */
  level: '' | NonNullable<Step['level']>;
  recipients: Step['recipients'];
  channel: Step['channel'];
  urgency: Step['urgency'];
}

export interface LadderForm {
  /** Slug; empty: every cluster that has no steps of its own. */
  cluster: string;
  steps: StepForm[];
  effectiveFrom: string;
  source: string;
  confidence: 'sourced' | 'partly' | 'assumption';
}

/** Events whose days belong to a label of one level. */
const withLevels: readonly EventLadders['event'][] = ['booking', 'end', 'window-end', 'milestone'];
export const hasLevels = ({ event }: Pick<EventLadders, 'event'>) => withLevels.includes(event);

export function ladderFormOf(ladders: EditedLadders, cluster: string, today: CalendarDate): LadderForm {
  return {
    cluster,
    steps: stepFormsOf(stepsOf(ladders, cluster)),
    effectiveFrom: typedDate(today),
    source: '',
    confidence: 'assumption',
  };
}

export function stepsOf({ ladders }: EditedLadders, cluster: string): readonly LadderStep[] {
  return ladders.find((ladder) => (ladder.cluster?.slug ?? '') === cluster)?.steps ?? [];
}

/** The steps as the changes of a draft leave them. */
export function asDrafted(ladders: EditedLadders, changes: readonly RuleChange[], clusters: LadderList['clusters']): EditedLadders {
  let edited = ladders.ladders;
  for (const change of changes) {
    if (change.kind !== 'ladder' || change.event !== ladders.event) continue;
    const { cluster: slug, steps } = change;
    const cluster = clusters.find((one) => one.slug === slug) ?? null;
    edited = [...edited.filter((ladder) => (ladder.cluster?.slug ?? null) !== slug), { cluster, steps }];
  }
  return { ...ladders, ladders: edited };
}

let nextKey = 0;

export function stepFormsOf(steps: readonly LadderStep[]): StepForm[] {
  return steps.map(({ level, offsetDays, unit, recipients, channel, urgency }) => ({
    key: (nextKey += 1),
    days: String(Math.abs(offsetDays)),
    side: offsetDays > 0 ? 'after' : 'before',
    unit,
    level: level ?? '',
    recipients,
    channel,
    urgency,
  }));
}

export function newStepForm(): StepForm {
  const [step] = stepFormsOf([
    { level: null, offsetDays: 0, unit: 'calendar-days', recipients: ['manager'], channel: 'mail', urgency: 'routine' },
  ]);
  return { ...(step as StepForm), days: '' };
}

const isWhole = (text: string) => /^\d{1,3}$/.test(text.trim());

function stepOf({ days, side, level, unit, recipients, channel, urgency }: StepForm): LadderStep {
  // Nought stays nought on both sides.
  const offsetDays = side === 'before' && Number(days) !== 0 ? -Number(days) : Number(days);
  return { level: level || null, offsetDays, unit, recipients, channel, urgency };
}

/** The change that the form describes; call it when there are no mistakes. */
export function ladderChangeOf({ event }: Pick<EditedLadders, 'event'>, form: LadderForm): RuleChange {
  return {
    kind: 'ladder',
    event,
    cluster: form.cluster || null,
    steps: form.steps.map(stepOf),
    effectiveFrom: parseTypedDate(form.effectiveFrom) ?? (form.effectiveFrom as CalendarDate),
    source: form.source.trim(),
    confidence: form.confidence,
  };
}

const duties: readonly EventLadders['event'][] = ['booking', 'end', 'window-end', 'plan', 'waiver'];

/** What can be seen without asking the server. */
export function mistakesIn({ event }: EditedLadders, form: LadderForm, t: TFunction): FieldError[] {
  const found: FieldError[] = [];
  const at = (key: string, label: string, message: string) => void found.push({ id: `ladder-${key}`, label, message });
  if (form.steps.length === 0 && form.cluster === '' && duties.includes(event)) {
    at('add', t('ladders.document'), t('ladders.edit.missing.empty'));
  }
  form.steps.forEach((step, index) => {
    const offset = stepOf(step).offsetDays;
    const isTwice = form.steps.findIndex((one) => one.level === step.level && stepOf(one).offsetDays === offset) < index;
    if (!isWhole(step.days)) at(`days-${step.key}`, t('ladders.edit.days'), t('ladders.edit.missing.days'));
    else if (offset < -730 || offset > 365) at(`days-${step.key}`, t('ladders.edit.days'), t('ladders.edit.missing.tooFar'));
    else if (isTwice) at(`days-${step.key}`, t('ladders.edit.days'), t('ladders.edit.missing.twice'));
    if (step.recipients.length === 0) at(`recipients-${step.key}`, t('ladders.edit.recipients'), t('ladders.edit.missing.recipients'));
    if (step.urgency === 'final' && step.channel === 'inbox') {
      at(`channel-${step.key}`, t('ladders.edit.channel'), t('ladders.edit.missing.finalMail'));
    }
  });
  if (parseTypedDate(form.effectiveFrom) === null) at('effectiveFrom', t('rules.edit.fields.effectiveFrom'), t('shell.date.wrong'));
  if (form.source.trim() === '') at('source', t('rules.edit.fields.source'), t('rules.edit.missing.source'));
  return found;
}

const stepFields: Record<string, 'days' | 'recipients' | 'channel'> = { offsetDays: 'days', recipients: 'recipients', channel: 'channel' };

/** Refused fields of the server ("change.steps.2.channel", "changes.1.source"), at the field that holds them. */
export function refusedFields(error: unknown, form: LadderForm, t: TFunction): FieldError[] {
  if (!(error instanceof ApiProblem)) return [];
  return Object.entries(error.fields).flatMap(([path, message]) => {
    const parts = path.split('.');
    const place = parts.indexOf('steps');
    const step = form.steps[Number(parts[place + 1])];
    const ofStep = stepFields[parts[place + 2] ?? ''];
    if (place >= 0 && step && ofStep) return [{ id: `ladder-${ofStep}-${step.key}`, label: t(`ladders.edit.${ofStep}`), message }];
    if (place >= 0) return [{ id: 'ladder-add', label: t('ladders.document'), message }];
    const last = parts.at(-1);
    if (last === 'effectiveFrom' || last === 'source') return [{ id: `ladder-${last}`, label: t(`rules.edit.fields.${last}`), message }];
    return last === 'cluster' ? [{ id: 'ladder-cluster', label: t('ladders.edit.for'), message }] : [];
  });
}

/** "14 dage før: Klyngeleder": a step in short, as typed so far. */
export function stepInWords(step: StepForm, t: TFunction): string {
  const count = Number(step.days);
  const roles = step.recipients.map((role) => t(`terms.clusterRole.${role}`)).join(', ') || t('ladders.edit.nobody');
  if (!isWhole(step.days)) return `${t('ladders.edit.newStep')}: ${roles}`;
  const unit = step.unit === 'working-days' ? 'workingAt' : 'at';
  const when = count === 0 ? t('ladders.edit.at.on') : t(`ladders.edit.${unit}.${step.side}`, { count });
  return `${when}: ${roles}`;
}
