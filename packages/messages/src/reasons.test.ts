import { decideCluster, type CalendarDate, type Reason, type ReasonCode, reasonCodes } from '@klyngevagt/scoring';
import { expect, test } from 'vitest';
import { defaultRules } from '../../scoring/src/default-rules.fixture.js';
import { workedExamples } from '../../scoring/src/worked-examples.fixture.js';
import { explainReason } from './reasons.js';
import { createTranslator, languages } from './translator.js';

type Params = Reason['params'];
const level = { level: 'gold' };
const step = { step: 'order', before: 'audit', fromOn: '2027-02-17', offset: 60, unit: 'calendar-days' };
const programme = { programmeId: 'p', startsOn: '2025-01-01' };
const required = { programmeId: 'p', requiredLevel: 'gold' };
const booked = { firstDayOn: '2027-02-18', projectedDecisionOn: '2027-04-01', anchorOn: '2027-03-31' };
const proposed = { previousEndOn: '2025-04-30', windowEndsOn: '2026-04-30', months: 36, validUntil: '2028-04-30' };

/** What the rules give with each code; a second entry where something may be unknown. */
const samples: Record<ReasonCode, readonly Params[]> = {
  'in-force-until': [
    { ...level, validUntil: '2027-03-31', daysLeft: 126 },
    { ...level, validUntil: null, daysLeft: null },
  ],
  'expiring-within-horizon': [0, 1, 126].map((daysLeft) => ({ ...level, daysLeft, horizonDays: 180 })),
  'ended-renewable-until': [{ ...level, endedOn: '2026-06-30', windowEndsOn: '2027-06-30' }],
  'ended-window-closed': [
    { ...level, endedOn: '2025-06-30', windowEndsOn: '2026-06-30' },
    { ...level, endedOn: '2025-06-30', windowEndsOn: null },
  ],
  'revoked-on': [{ ...level, revokedOn: '2026-05-04' }],
  'no-award-recorded': [
    { level: 'gold', recordConfirmedOn: '2026-11-01' },
    { level: null, recordConfirmedOn: '2026-11-01' },
  ],
  'record-not-confirmed': [
    { level: null, endedOn: null },
    { level: 'gold', endedOn: '2024-11-30' },
  ],
  'end-not-known': [{ ...level, validUntil: null }],
  'end-coarser-than-day': [
    { ...level, validUntil: '2024' },
    { ...level, validUntil: '2023-10' },
  ],
  'covered-retroactively': [{ validFrom: '2025-05-01', approvedOn: '2026-01-15' }],
  'renewed-early': [{ approvedOn: null, previousEndOn: '2026-12-31', validUntil: '2029-12-31' }],
  'start-not-stated': [{ assumedFrom: '2025-03-20' }],
  'start-coarser-than-day': [{ ...level, from: '2024-01-01', to: '2024-12-31' }],
  'no-obligation-on-day': [{ on: '2020-05-04' }],
  'membership-not-known': [programme],
  'duty-not-known': [programme],
  'not-a-member': [programme],
  'left-programme-on': [
    { ...programme, endsOn: '2022-04-30' },
    { ...programme, endsOn: null },
  ],
  'member-not-bound': [programme],
  'required-level-in-force': [
    { ...required, validUntil: '2027-03-31', daysLeft: 126 },
    { ...required, validUntil: null, daysLeft: null },
  ],
  'required-level-not-in-force': [{ ...required, status: 'renewable' }],
  'not-yet-due': [{ ...required, levelDueOn: '2027-12-31' }],
  'plan-accepted': [{ acceptedOn: '2026-06-01', dueOn: '2027-03-31' }],
  'plan-proposed-only': [{ proposedOn: '2026-05-10', acceptedOn: null, dueOn: '2027-03-31' }],
  'plan-due-passed': [{ proposedOn: '2026-05-10', dueOn: '2027-03-31' }],
  'plan-step-overdue': [1, 3].map((count) => ({ planId: 'p', milestoneId: 'm', dueOn: '2026-08-31', count })),
  'waiver-until': [{ endsOn: '2027-01-31' }],
  'renewal-window-accepted': [{ ...required, endedOn: '2026-06-30', windowEndsOn: '2027-06-30' }],
  'renewal-window-not-accepted': [{ ...required, endedOn: '2026-06-30', windowEndsOn: '2027-06-30' }],
  'last-safe-booking-passed': [{ orderBy: '2026-12-18', anchorOn: '2027-03-31' }],
  'booked-audit-in-time': [booked],
  'booked-audit-too-late': [booked],
  'step-counted-back': [
    { ...step, rawOn: '2026-12-19', latestOn: '2026-12-18' },
    { ...step, step: 'self-test', offset: 10, unit: 'working-days', rawOn: '2026-12-04' },
    { ...step, step: 'decision', offset: 0, latestOn: '2027-03-31', rawOn: '2027-03-31' },
  ],
  'rolled-back-from-closed-day': [{ step: 'order', rawOn: '2026-12-19', latestOn: '2026-12-18' }],
  'outside-calendar': [{ step: 'order', calendarFrom: '2015-01-01', calendarTo: '2045-12-31' }],
  'proposed-first-from-assessment': [{ ...level, months: 24, validUntil: '2027-02-28' }],
  'proposed-first-after-window': [proposed],
  'proposed-renewal-in-window': [proposed],
  'proposed-renewal-from-end': [proposed],
  'proposal-needs-day': [proposed],
  'proposal-needs-assessment-month': [level],
  'rule-missing': [
    { rule: 'validity', level: 'gold' },
    { rule: 'renewal-window', level: 'gold' },
  ],
};

const hole = /\{\{|\bnull\b|undefined|NaN|\d{4}-\d{2}|^reasons\.|  |\.\./;

test.each(reasonCodes.flatMap((code) => samples[code].map((params) => ({ code, params }))))(
  '$code is a whole sentence in both languages',
  (reason) => {
    const [danish, english] = languages.map((language) => explainReason(createTranslator(language), language, reason));
    expect(danish).not.toMatch(hole);
    expect(english).not.toMatch(hole);
    expect(danish).toMatch(/^[A-ZÆØÅ0-9].*[.)]$/);
    expect(english).toMatch(/^[A-Z0-9].*[.)]$/);
    expect(danish).not.toBe(english);
  },
);

test('every reason of every worked example is explained without a hole', () => {
  const texts = workedExamples.flatMap(({ facts, answers, variants }) =>
    answers.flatMap(({ on, variant }) =>
      decideCluster({ ...facts, ...(variant ? variants?.[variant] : {}) }, defaultRules, on).reasons.flatMap((reason) =>
        languages.map((language) => explainReason(createTranslator(language), language, reason, {})),
      ),
    ),
  );
  expect(texts.length).toBeGreaterThan(100);
  expect(texts.filter((text) => hole.test(text))).toEqual([]);
});

test('dates are written out and programmes named', () => {
  const reason: Reason = { code: 'left-programme-on', params: { programmeId: 'p', endsOn: '2022-04-30' as CalendarDate } };
  expect(explainReason(createTranslator('da'), 'da', reason, { p: 'Innovationskraft' })).toBe(
    'Klyngen gik ud af Innovationskraft 30.\u00a0april\u00a02022.',
  );
  expect(explainReason(createTranslator('en'), 'en', reason)).toBe('The cluster left the programme on 30\u00a0April\u00a02022.');
});

test('the arithmetic of a step counts its days in words that fit', () => {
  const reason = (offset: number): Reason => ({
    code: 'step-counted-back',
    params: { ...step, offset, unit: 'working-days', rawOn: '2026-12-04' },
  });
  const danish = createTranslator('da');
  expect(explainReason(danish, 'da', reason(1))).toContain('1 arbejdsdag før');
  expect(explainReason(danish, 'da', reason(10))).toContain('10 arbejdsdage før');
});
