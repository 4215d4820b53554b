import { addDays, calendarDate, fromParts, type CalendarDate } from './calendar-date.js';
import type { AwardKind, Confidence, Level } from './facts.js';
import type { ProcessStepRule, RecipientRole, ReminderEvent, ReminderStepRule, Rules } from './rules.js';

/** The default rules as the product starts with them, for tests. In the product they are rows that an administrator may edit. */

const from = calendarDate('2010-01-01');

function row(id: string, confidence: Confidence) {
  return {
    id,
    effectiveFrom: from,
    source: confidence === 'sourced' ? 'https://www.cluster-analysis.org/benchmarked-clusters' : '',
    confidence,
  };
}

const levels: readonly Level[] = ['bronze', 'silver', 'gold'];

function step(
  kind: AwardKind,
  name: ProcessStepRule['step'],
  before: ProcessStepRule['before'],
  offset: number,
  more: Partial<ProcessStepRule> = {},
): ProcessStepRule {
  const counted = { step: name, kind, before, offset, unit: 'calendar-days', lasts: 1, owner: 'cluster', after: [] } as const;
  return { ...row(`step-${name}-${kind}`, 'assumption'), ...counted, ...more };
}

function processSteps(kind: AwardKind, auditDays: number): ProcessStepRule[] {
  return [
    step(kind, 'label', 'anchor', 0, { owner: 'officer', after: ['decision'] }),
    step(kind, 'decision', 'anchor', 0, { owner: 'eucles', after: ['report'] }),
    step(kind, 'report', 'decision', 14, { owner: 'assessor', after: ['audit'] }),
    step(kind, 'audit', 'decision', 42, { lasts: auditDays, owner: 'assessor', after: ['submission', 'experts'] }),
    step(kind, 'submission', 'audit', 21, { confidence: 'partly', after: ['documentation', 'order'] }),
    step(kind, 'documentation', 'submission', 5, { unit: 'working-days', after: ['self-test'] }),
    step(kind, 'experts', 'audit', 30, { owner: 'assessor', after: ['order'] }),
    step(kind, 'order', 'audit', 60, { after: ['self-test'] }),
    step(kind, 'self-test', 'order', 10, { unit: 'working-days', after: ['gap-analysis'] }),
    step(kind, 'gap-analysis', 'self-test', 20, { unit: 'working-days' }),
  ];
}

function reminder(event: ReminderEvent, offsetDays: number, recipients: readonly RecipientRole[]): ReminderStepRule {
  return {
    ...row(`reminder-${event}${offsetDays}`, 'assumption'),
    event,
    level: null,
    clusterId: null,
    offsetDays,
    unit: 'calendar-days',
    recipients,
    channel: 'mail',
    urgency: 'routine',
  };
}

const manager: readonly RecipientRole[] = ['manager'];
const everyone: readonly RecipientRole[] = ['manager', 'chair', 'officer'];

export const defaultRules: Rules = {
  validity: levels.flatMap((level) => [
    { ...row(`validity-${level}-first`, 'sourced'), level, kind: 'first' as const, months: 24 },
    { ...row(`validity-${level}-renewal`, level === 'bronze' ? 'sourced' : 'assumption'), level, kind: 'renewal' as const, months: 36 },
  ]),
  renewalWindows: levels.map((level) => ({ ...row(`window-${level}`, 'sourced'), level, months: 12, event: 'approved' as const })),
  figures: [
    { ...row('horizon', 'assumption'), key: 'expiring-horizon-days', value: 180 },
    { ...row('confirmation-age', 'assumption'), key: 'record-confirmation-max-age-months', value: 12 },
    { ...row('repeat-from', 'assumption'), key: 'reminder-repeat-from-move-days', value: 7 },
  ],
  processSteps: [...processSteps('first', 2), ...processSteps('renewal', 1)],
  reminderSteps: [
    ...[-60, -30, -14].map((offset) => reminder('booking', offset, manager)),
    ...[-7, 0, 7].map((offset) => reminder('booking', offset, everyone)),
    ...[-30, 0, 1].map((offset) => reminder('end', offset, everyone)),
    ...[-180, -90, -30, -7].map((offset) => reminder('window-end', offset, everyone)),
  ],
  closedDays: { from: calendarDate('2015-01-01'), to: calendarDate('2045-12-31'), days: danishClosedDays(2015, 2045) },
};

/** Public holidays with 24 and 31 December and 5 June. Great Prayer Day was one until 2023 (act 214 of 7 March 2023). */
function danishClosedDays(firstYear: number, lastYear: number): Set<CalendarDate> {
  const days = new Set<CalendarDate>();
  for (let year = firstYear; year <= lastYear; year += 1) {
    const easter = easterSunday(year);
    const moving = [-3, -2, 1, 39, 50, ...(year <= 2023 ? [26] : [])];
    for (const offset of moving) days.add(addDays(easter, offset));
    for (const day of ['01-01', '06-05', '12-24', '12-25', '12-26', '12-31']) days.add(calendarDate(`${year}-${day}`));
  }
  return days;
}

/** Anonymous Gregorian computus. */
function easterSunday(year: number): CalendarDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const skipped = Math.floor(century / 4);
  const epact = (19 * golden + century - skipped - Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3) + 15) % 30;
  const rest = (32 + 2 * (century % 4) + 2 * Math.floor((year % 100) / 4) - epact - ((year % 100) % 4)) % 7;
  const shift = Math.floor((golden + 11 * epact + 22 * rest) / 451);
  const sum = epact + rest - 7 * shift + 114;
  return fromParts({ year, month: Math.floor(sum / 31), day: (sum % 31) + 1 });
}
