import type {
  AwardKind,
  CalendarDate,
  Confidence,
  Level,
  Milestone,
  ProcessStepRule,
  RecipientRole,
  ReminderEvent,
  ReminderUrgency,
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
  { key: 'acknowledgement-pause-days' as const, value: 3, source: assumed, confidence: 'assumption' as const, effectiveFrom },
  { key: 'cure-period-months' as const, value: 6, source: assumed, confidence: 'assumption' as const, effectiveFrom },
  { key: 'retention-person-years' as const, value: 2, source: assumed, confidence: 'assumption' as const, effectiveFrom },
  { key: 'retention-message-years' as const, value: 5, source: assumed, confidence: 'assumption' as const, effectiveFrom },
  { key: 'retention-text-years' as const, value: 10, source: assumed, confidence: 'assumption' as const, effectiveFrom },
  // As long as the mails that they answer.
  { key: 'retention-acknowledgement-years' as const, value: 5, source: assumed, confidence: 'assumption' as const, effectiveFrom },
  { key: 'retention-case-text-years' as const, value: 10, source: assumed, confidence: 'assumption' as const, effectiveFrom },
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

interface ReminderStepSeed {
  event: ReminderEvent;
  offsets: readonly number[];
  recipients: RecipientRole[];
  urgency?: ReminderUrgency;
}

const toManager: RecipientRole[] = ['manager'];
const toAll: RecipientRole[] = ['manager', 'chair', 'officer'];
const toHead: RecipientRole[] = [...toAll, 'head'];

/** First the cluster manager, then chair and officer too, at last the head of the programme. What comes at the last is held back by nobody. */
const ladder: readonly ReminderStepSeed[] = [
  { event: 'booking', offsets: [-60, -30, -14], recipients: toManager },
  { event: 'booking', offsets: [-7], recipients: toAll, urgency: 'urgent' },
  { event: 'booking', offsets: [0], recipients: toAll, urgency: 'final' },
  { event: 'booking', offsets: [7], recipients: toHead, urgency: 'final' },
  { event: 'end', offsets: [-30], recipients: toAll, urgency: 'urgent' },
  { event: 'end', offsets: [0], recipients: toAll, urgency: 'final' },
  { event: 'end', offsets: [1], recipients: toHead, urgency: 'final' },
  { event: 'window-end', offsets: [-180, -90], recipients: toAll },
  { event: 'window-end', offsets: [-30], recipients: toAll, urgency: 'urgent' },
  { event: 'window-end', offsets: [-7], recipients: toHead, urgency: 'final' },
  { event: 'plan', offsets: [-60, -30], recipients: toManager },
  { event: 'plan', offsets: [-7], recipients: toAll, urgency: 'urgent' },
  { event: 'plan', offsets: [1], recipients: toHead, urgency: 'final' },
  { event: 'waiver', offsets: [-60, -30], recipients: ['manager', 'officer'] },
  { event: 'waiver', offsets: [-7], recipients: toAll, urgency: 'urgent' },
  { event: 'waiver', offsets: [0], recipients: toAll, urgency: 'final' },
  { event: 'milestone', offsets: [-14, -3], recipients: toManager },
  { event: 'milestone', offsets: [7], recipients: ['manager', 'officer'] },
  { event: 'recommendation', offsets: [-14, 0], recipients: toManager },
  { event: 'recommendation', offsets: [14], recipients: ['manager', 'officer'] },
  { event: 'document', offsets: [-30, -7], recipients: toManager },
  { event: 'document', offsets: [1], recipients: ['manager', 'officer'] },
  { event: 'self-test-returned', offsets: [0, 7], recipients: toManager },
  { event: 'self-test-returned', offsets: [21], recipients: ['manager', 'officer'] },
];

export const reminderStepRules = ladder.flatMap(({ event, offsets, recipients, urgency = 'routine' }) =>
  offsets.map((offsetDays) => ({
    event,
    offsetDays,
    recipients,
    urgency,
    source: assumed,
    confidence: 'assumption' as const,
    effectiveFrom,
  })),
);
