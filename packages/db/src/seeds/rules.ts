import type {
  AwardKind,
  CalendarDate,
  Confidence,
  Level,
  Milestone,
  ProcessStepRule,
  RecipientRole,
  ReminderEvent,
} from '@klyngevagt/scoring';

/** Default rules with their sources. Everything here is edited as rows afterwards. */
const effectiveFrom = '2010-01-01' as CalendarDate;

const bronzePage = 'https://www.cluster-analysis.org/benchmarked-clusters';
const silverPage = 'https://www.cluster-analysis.org/silver-label';
const goldPage = 'https://www.bluemaritimecluster.no/gce/news/news/fornyet-gold-sertifisering-for-den-maritime-klyngen/';
const pricePage = 'https://cluster-analysis.org/pricing-information-1';
const processPage = 'https://www.i-perform.no/post/gold-label-process-description';

const validityRule = (level: Level, kind: AwardKind, months: number, source: string, confidence: Confidence) => ({
  level,
  kind,
  months,
  source,
  confidence,
  effectiveFrom,
});

export const validityRules = [
  validityRule('bronze', 'first', 24, bronzePage, 'sourced'),
  validityRule('bronze', 'renewal', 36, bronzePage, 'sourced'),
  validityRule('silver', 'first', 24, silverPage, 'partly'),
  validityRule('silver', 'renewal', 36, `I lighed med bronze: ${bronzePage}`, 'assumption'),
  validityRule('gold', 'first', 24, goldPage, 'partly'),
  validityRule('gold', 'renewal', 36, `I lighed med bronze: ${bronzePage}`, 'assumption'),
];

const renewalWindow = (level: Level, page: string) => ({
  level,
  months: 12,
  event: 'approved' as const,
  source: `${page} (et år: kildebelagt; at godkendelsen skal ligge inden for året: antagelse)`,
  confidence: 'partly' as const,
  effectiveFrom,
});

export const renewalWindowRules = [
  renewalWindow('bronze', bronzePage),
  renewalWindow('silver', silverPage),
  renewalWindow('gold', `${goldPage} ; ${pricePage}`),
];

/** No source found: the product's own default. Shown as a sentence in the reader's language. */
const assumed = 'product-default';

export const figureRules = [
  { key: 'expiring-horizon-days' as const, value: 180, source: assumed, confidence: 'assumption' as const, effectiveFrom },
  { key: 'record-confirmation-max-age-months' as const, value: 12, source: assumed, confidence: 'assumption' as const, effectiveFrom },
  { key: 'reminder-repeat-from-move-days' as const, value: 7, source: assumed, confidence: 'assumption' as const, effectiveFrom },
  { key: 'cure-period-months' as const, value: 6, source: assumed, confidence: 'assumption' as const, effectiveFrom },
  { key: 'retention-person-years' as const, value: 2, source: assumed, confidence: 'assumption' as const, effectiveFrom },
  { key: 'retention-message-years' as const, value: 5, source: assumed, confidence: 'assumption' as const, effectiveFrom },
  { key: 'retention-text-years' as const, value: 10, source: assumed, confidence: 'assumption' as const, effectiveFrom },
];

/** Audits that the experts can hold in a month: nobody publishes a figure. */
export const expertCapacity = { isStandard: true, monthOn: null, audits: 2, source: assumed, confidence: 'assumption' as const };

/** Length of the on-site audit in working days: first award two, renewal within the window one. */
const auditLasts: Record<AwardKind, number> = { first: 2, renewal: 1 };

export const processStepRules = (['first', 'renewal'] as const).flatMap((kind) =>
  stepsBackwards(kind).map((step) => ({ kind, effectiveFrom, ...step })),
);

type StepSeed = Omit<ProcessStepRule, 'id' | 'kind' | 'effectiveFrom' | 'after'> & { after: Milestone[] };

/** Which step, how long before which other one, by whom, and after which ones. */
function stepsBackwards(kind: AwardKind): StepSeed[] {
  const days = { unit: 'calendar-days', lasts: 0, source: assumed, confidence: 'assumption' } as const;
  const workingDays = { ...days, unit: 'working-days' } as const;
  const auditSource = `${assumed} ; ${pricePage} (auditens længde)`;
  const submissionSource = { source: `${processPage} (2-3 uger før besøget)`, confidence: 'partly' } as const;
  return [
    { step: 'label', before: 'anchor', offset: 0, ...days, owner: 'officer', after: ['decision'] },
    { step: 'decision', before: 'anchor', offset: 0, ...days, owner: 'eucles', after: ['report'] },
    { step: 'report', before: 'decision', offset: 14, ...days, owner: 'assessor', after: ['audit'] },
    {
      step: 'audit',
      before: 'decision',
      offset: 42,
      ...days,
      lasts: auditLasts[kind],
      source: auditSource,
      owner: 'assessor',
      after: ['submission', 'experts'],
    },
    { step: 'submission', before: 'audit', offset: 21, ...days, ...submissionSource, owner: 'cluster', after: ['documentation', 'order'] },
    { step: 'documentation', before: 'submission', offset: 5, ...workingDays, owner: 'cluster', after: ['self-test'] },
    { step: 'experts', before: 'audit', offset: 30, ...days, owner: 'assessor', after: ['order'] },
    { step: 'order', before: 'audit', offset: 60, ...days, owner: 'cluster', after: ['self-test'] },
    { step: 'self-test', before: 'order', offset: 10, ...workingDays, owner: 'cluster', after: ['gap-analysis'] },
    { step: 'gap-analysis', before: 'self-test', offset: 20, ...workingDays, owner: 'cluster', after: [] },
  ];
}

const toManager: RecipientRole[] = ['manager'];
const toAll: RecipientRole[] = ['manager', 'chair', 'officer'];

const ladder: readonly (readonly [event: ReminderEvent, recipients: RecipientRole[], offsets: readonly number[]])[] = [
  ['booking', toManager, [-60, -30, -14]],
  ['booking', toAll, [-7, 0, 7]],
  ['end', toAll, [-30, 0, 1]],
  ['window-end', toAll, [-180, -90, -30, -7]],
];

export const reminderStepRules = ladder.flatMap(([event, recipients, offsets]) =>
  offsets.map((offsetDays) => ({ event, offsetDays, recipients, source: assumed, confidence: 'assumption' as const, effectiveFrom })),
);
