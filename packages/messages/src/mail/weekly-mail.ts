import type { CalendarDate, ClusterDecision, LabelStatus, NextStepCode, VerdictCode } from '@klyngevagt/scoring';
import { formatInstant, formatLongDate } from '../dates.js';
import { createTranslator, type Language, type Translator } from '../translator.js';
import { composeMail } from './layout.js';
import { emptySection, type FootLine, type Mail, type MailList } from './mail-body.js';
import { formatDay, formatRowDay } from './mail-dates.js';

/** What a cluster was and is: the parts of an answer that an officer acts on. */
export interface WeeklyAnswer {
  status: LabelStatus;
  verdict: VerdictCode;
  validUntil: CalendarDate | null;
}

type WeeklyStep = Pick<ClusterDecision['nextStep'], 'code' | 'dueOn' | 'overdue'>;

export interface WeeklyMailInput {
  language: Language;
  recipient: { name: string; email: string };
  /** The Monday it is about: compared with the Monday before. */
  weekOn: CalendarDate;
  changed: readonly { cluster: string; before: WeeklyAnswer; after: WeeklyAnswer }[];
  /** Steps of bound clusters within the next 30 days, the nearest first. */
  due: readonly { cluster: string; step: NextStepCode; on: CalendarDate }[];
  /** Clusters whose duty needs somebody to act, and what comes next. */
  needsAction: readonly { cluster: string; verdict: VerdictCode; next: WeeklyStep }[];
  failedReminders: number;
  /** How reminders are looked after, all clusters together. `lastRunAt`: when sending last ran to its end; `held`: due and not out yet. */
  sending: { lastRunAt: string | null; sent: number; toCome: number; failed: number; held: number };
  /** Head of the sealed ledger; null: nothing is sealed yet. */
  seal: { hash: string; position: number } | null;
  url: string;
  /** Absent: this mail cannot be switched off. */
  unsubscribe?: string | null;
  isIllustrative: boolean;
  isPossibleRepeat: boolean;
}

/** Monday's mail to a programme officer. The ledger's head stands in it so that a cut-off end shows: the mail is out of reach of the database. */
export function composeWeeklyMail(input: WeeklyMailInput): Mail {
  const { language, recipient, weekOn, due, needsAction, changed, failedReminders } = input;
  const t = createTranslator(language);
  const week = formatLongDate(weekOn, language);
  const subject = t('mail.weekly.subject', { count: needsAction.length, week });
  const counts = [
    t('mail.weekly.counts.changed', { count: changed.length }),
    t('mail.weekly.counts.due', { count: due.length }),
    t('mail.weekly.counts.failed', { count: failedReminders }),
  ];
  const marking = input.isIllustrative ? t('mail.marking.illustrative') : '';
  return composeMail(`${marking}${subject}`, {
    language,
    title: t('mail.weekly.title', { count: needsAction.length }),
    preview: counts.join(' '),
    greeting: t('mail.greeting', { name: recipient.name }),
    sections: [
      {
        ...emptySection,
        lead: {
          sentences: [t('mail.weekly.lead', { week: formatDay(weekOn, language) }), ...counts],
          strong: null,
        },
        lists: [...actionList(input, t), ...changeList(input, t)],
        dates: {
          caption: t('mail.weekly.due'),
          isCaptionShown: true,
          rows: due.map(({ cluster, step, on }) => ({
            what: t('mail.weekly.row', { cluster, step: t(`portfolio.step.${step}`) }),
            on: formatRowDay(on, language),
            isDeciding: false,
          })),
        },
        notes: [sendingNote(input, t)],
      },
    ],
    action: { label: t('mail.weekly.action'), url: input.url },
    after: [],
    signature: [t('mail.closing'), 'Klyngevagt'],
    foot: [
      { label: t('mail.weekly.seal'), text: sealText(input, t), link: null },
      { label: t('mail.why'), text: t('mail.weekly.why', { email: recipient.email }), link: unsubscribeLink(input, t) },
      ...(input.isIllustrative ? [{ label: null, text: t('mail.foot.illustrative'), link: null }] : []),
      ...(input.isPossibleRepeat ? [{ label: null, text: t('mail.foot.repeat'), link: null }] : []),
    ],
  });
}

function actionList({ needsAction, language }: WeeklyMailInput, t: Translator): MailList[] {
  if (needsAction.length === 0) return [];
  const points = needsAction.map(({ cluster, verdict: code, next }) => {
    const verdict = t(`terms.verdict.${code}`);
    if (next.code === 'none') return `${cluster}: ${verdict}`;
    return t('mail.weekly.point', { cluster, verdict, step: stepWords(next, language, t) });
  });
  return [{ caption: t('mail.weekly.needsAction'), points }];
}

/** In the words of the portfolio's table. */
function stepWords({ code, dueOn, overdue }: WeeklyStep, language: Language, t: Translator): string {
  const step = t(`portfolio.step.${code}`);
  if (dueOn === null) return step;
  const isKept = code === 'hold-audit' || code === 'await-decision';
  const words = { step, date: formatDay(dueOn, language) };
  return overdue ? t('mail.weekly.was', words) : t(`portfolio.${isKept ? 'stepOn' : 'stepBy'}`, words);
}

function changeList({ changed, language }: WeeklyMailInput, t: Translator): MailList[] {
  if (changed.length === 0) return [];
  const date = (day: CalendarDate | null) => (day === null ? t('mail.weekly.noDate') : formatLongDate(day, language));
  const points = changed.map(({ cluster, before, after }) => {
    const parts = [
      before.status !== after.status && `${t(`terms.status.${before.status}`)} → ${t(`terms.status.${after.status}`)}`,
      before.verdict !== after.verdict && `${t(`terms.verdict.${before.verdict}`)} → ${t(`terms.verdict.${after.verdict}`)}`,
      before.validUntil !== after.validUntil && `${date(before.validUntil)} → ${date(after.validUntil)}`,
    ];
    return `${cluster}: ${parts.filter((part) => part !== false).join('; ')}`;
  });
  return [{ caption: t('mail.weekly.changed'), points }];
}

function sendingNote({ sending, language }: WeeklyMailInput, t: Translator): string {
  const { lastRunAt, sent, toCome, failed, held } = sending;
  const lastRun =
    lastRunAt === null ? t('mail.weekly.sending.neverRun') : t('mail.weekly.sending.lastRun', { at: formatInstant(lastRunAt, language) });
  return `${lastRun} ${t('mail.weekly.sending.sums', { sent, toCome, failed, held })}`;
}

function sealText({ seal }: WeeklyMailInput, t: Translator): string {
  return seal === null ? t('mail.weekly.sealNone') : t('mail.weekly.sealHead', seal);
}

function unsubscribeLink({ unsubscribe }: WeeklyMailInput, t: Translator): FootLine['link'] {
  return unsubscribe ? { label: t('mail.weekly.unsubscribe'), url: unsubscribe } : null;
}
