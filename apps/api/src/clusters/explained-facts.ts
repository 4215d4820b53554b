import type { Explanation } from '@klyngevagt/contracts';
import { formatDate, formatLongDate, sourceText } from '@klyngevagt/messages';
import { copenhagenDate } from '../clock.js';
import { presentProgramme } from '../portfolio/programme.presenter.js';
import type { Explained } from './explained.js';

type Fact = Explanation['facts'][number];

/** The recorded facts that the answer rests on, each with where it comes from and how sure it is. */
export function explainFacts(explained: Explained): Fact[] {
  return [labelFact(explained), ...confirmationFact(explained), ...dutyFacts(explained), ...bookingFact(explained)];
}

function labelFact({ decided, reading, state, level, language, words }: Explained): Fact {
  const { t } = words;
  const award = decided.cluster.facts.awards.find(({ id }) => id === (state.endsWithAwardId ?? state.awardId));
  const names = words.level(level);
  if (!award) {
    return { label: t('explanation.facts.noAward', names), value: t('explanation.notRecorded'), note: null, confidence: null };
  }
  const recordedOn = formatLongDate(copenhagenDate(new Date(award.createdAt)), language);
  const note = [t(`explanation.basis.${award.validUntilBasis}`, { recordedOn }), sourceText(award.source, language)].join('. ');
  if (award.revokedOn !== null && award.revokedOn <= reading.on) {
    const value = formatDate(award.revokedOn, language);
    return { label: t('explanation.facts.revoked', names), value, note, confidence: award.confidence };
  }
  const end = state.validUntil ?? award.validUntil;
  const isOver = end !== null && end < reading.on;
  return {
    label: t(`explanation.facts.${isOver ? 'validUntilEnded' : 'validUntil'}`, names),
    value: end === null ? t('explanation.notKnown') : formatDate(end, language),
    note,
    confidence: award.confidence,
  };
}

/** Whether the register was checked matters where something is missing or over. */
function confirmationFact({ decided, state, language, words: { t } }: Explained): Fact[] {
  if (state.status === 'in-force' || state.status === 'expiring') return [];
  const { recordConfirmedOn } = decided.cluster.facts;
  const label = t('explanation.facts.recordConfirmed');
  if (recordConfirmedOn !== null) return [{ label, value: formatDate(recordConfirmedOn, language), note: null, confidence: null }];
  return [{ label, value: t('explanation.no'), note: t('explanation.facts.recordConfirmedNote'), confidence: null }];
}

function dutyFacts({ decided, reading, language, words }: Explained): Fact[] {
  const { t } = words;
  const { facts } = decided.cluster;
  const programme = reading.programmes.find(({ id }) => id === decided.decision.verdictProgrammeId);
  if (!programme) return [];
  const { name } = presentProgramme(programme, language);
  const day = (on: string) => formatDate(on, language);
  const answer = { yes: t('explanation.yes'), no: t('explanation.no'), 'not-known': t('explanation.notKnown') };
  const own = facts.memberships.filter(({ programmeId }) => programmeId === programme.id);
  const membership = own.filter(({ startsOn }) => startsOn <= reading.on).at(-1) ?? own[0];
  const memberLabel = t('explanation.facts.member', { programme: name });
  if (!membership) return [{ label: memberLabel, value: answer['not-known'], note: null, confidence: null }];
  const { member, bound, startsOn, endsOn, source, confidence } = membership;
  const period =
    endsOn === null
      ? t('explanation.facts.memberPeriodOpen', { from: day(startsOn) })
      : t('explanation.facts.memberPeriod', { from: day(startsOn), to: day(endsOn) });
  const obligation = facts.obligations.find(
    (one) => one.programmeId === programme.id && one.startsOn <= reading.on && reading.on <= one.endsOn,
  );
  const boundLabel = obligation && t('explanation.facts.bound', words.level(obligation.requiredLevel));
  return [
    { label: memberLabel, value: answer[member], note: `${period}. ${sourceText(source, language)}`, confidence },
    ...(boundLabel && member === 'yes'
      ? [{ label: boundLabel, value: answer[bound], note: sourceText(obligation.source, language), confidence: obligation.confidence }]
      : []),
    ...promiseFacts({ decided, reading, language, words }, programme.id),
  ];
}

function promiseFacts(
  { decided, reading, language, words: { t } }: Pick<Explained, 'decided' | 'reading' | 'language' | 'words'>,
  programmeId: string,
): Fact[] {
  const { plans, waivers } = decided.cluster.facts;
  const { on } = reading;
  const plan = plans.find(
    (one) =>
      one.programmeId === programmeId && one.acceptedOn !== null && one.acceptedOn <= on && !(one.closedOn !== null && one.closedOn <= on),
  );
  const waiver = waivers.find(
    (one) => one.programmeId === programmeId && one.approvedOn !== null && one.startsOn <= on && on <= one.endsOn,
  );
  return [
    ...(plan?.acceptedOn
      ? [
          {
            label: t('explanation.facts.plan'),
            value: formatDate(plan.acceptedOn, language),
            note: t('explanation.facts.planNote', { dueOn: formatLongDate(plan.dueOn, language) }),
            confidence: plan.confidence,
          },
        ]
      : []),
    ...(waiver
      ? [
          {
            label: t('explanation.facts.waiver'),
            value: formatDate(waiver.endsOn, language),
            note: sourceText(waiver.source, language),
            confidence: waiver.confidence,
          },
        ]
      : []),
  ];
}

function bookingFact({ decided, reading, language, words: { t } }: Explained): Fact[] {
  const { chain } = decided.decision;
  if (!chain) return [];
  const label = t('explanation.facts.booked');
  if (!chain.booking) {
    const note = t('explanation.facts.notBookedNote', { on: formatLongDate(reading.on, language) });
    return [{ label, value: t('explanation.no'), note, confidence: null }];
  }
  const { auditId, firstDayOn, projectedDecisionOn } = chain.booking;
  const audit = decided.cluster.facts.audits.find(({ id }) => id === auditId);
  const key = audit?.state === 'reported' ? 'bookedByCluster' : 'bookedNote';
  const note = t(`explanation.facts.${key}`, { decisionOn: formatLongDate(projectedDecisionOn, language) });
  return [{ label, value: formatDate(firstDayOn, language), note, confidence: audit?.confidence ?? null }];
}
