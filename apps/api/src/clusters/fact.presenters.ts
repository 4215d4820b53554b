import type { AwardView, ClusterDetail } from '@klyngevagt/contracts';
import type { ClusterPage } from '@klyngevagt/db';
import {
  type AwardPeriod,
  awardPeriods,
  type CalendarDate,
  isOverdueStep,
  planStateOn,
  proposeValidity,
  waiverStateOn,
} from '@klyngevagt/scoring';
import type { Language } from '@klyngevagt/messages';
import type { ClusterReading, Reading } from '../portfolio/decision-reader.js';
import { presentProgramme } from '../portfolio/programme.presenter.js';
import { presentReasons } from '../portfolio/reason.presenter.js';
import type { Viewer } from '../portfolio/viewer.js';
import type { proposalSteps } from './proposal-steps.js';

type Views = Pick<ClusterDetail, 'awards' | 'memberships' | 'plans' | 'waivers' | 'audits' | 'corrections' | 'notes' | 'people'>;

/** Awards with their state on the day, the newest first. */
export function presentAwards({ cluster, rules, on, programmes }: ClusterReading, viewer: Viewer): AwardView[] {
  const periods = awardPeriods(cluster.facts.awards, rules.rules);
  const views = cluster.facts.awards.map((award, index): AwardView & { from: string } => {
    const { id, revision, source, confidence, level, kind, assessedOn, approvedOn, validFrom, validUntil } = award;
    const period = periods[index];
    return {
      id,
      revision,
      source,
      confidence,
      level,
      kind,
      assessedOn,
      approvedOn,
      validFrom,
      validUntil,
      validUntilBasis: award.validUntilBasis,
      revokedOn: award.revokedOn,
      score: award.score,
      note: viewer.seesNames ? award.note : null,
      state: period ? stateOf(period, on) : 'unknown',
      proposal: award.validUntil === null ? proposalFor(award, cluster, rules.rules, programmes, viewer.language) : null,
      from: period?.mayHoldFrom ?? '',
    };
  });
  return views.sort((one, other) => (one.from < other.from ? 1 : one.from > other.from ? -1 : 0)).map(({ from: _, ...view }) => view);
}

function stateOf({ award, mayHoldFrom, endsOn }: AwardPeriod, on: CalendarDate): AwardView['state'] {
  if (award.revokedOn !== null && award.revokedOn <= on) return 'revoked';
  if (mayHoldFrom > on) return 'future';
  if (endsOn === null) return 'unknown';
  return endsOn < on ? 'expired' : 'in-force';
}

function proposalFor(
  award: ClusterPage['facts']['awards'][number],
  cluster: ClusterPage,
  rules: Reading['rules']['rules'],
  programmes: Reading['programmes'],
  language: Language,
): AwardView['proposal'] {
  const others = cluster.facts.awards.filter(({ id }) => id !== award.id);
  const { validFrom, validUntil, reasons } = proposeValidity(award, others, rules);
  return validFrom && validUntil ? { validFrom, validUntil, reasons: presentReasons(reasons, programmes, language) } : null;
}

export function presentDuties(
  { cluster, programmes, on }: ClusterReading,
  viewer: Viewer,
  proposals: Proposals,
): Pick<Views, 'memberships' | 'plans' | 'waivers'> {
  const named = (programmeId: string) => {
    const programme = programmes.find(({ id }) => id === programmeId);
    return programme ? presentProgramme(programme, viewer.language) : { slug: '', name: '' };
  };
  const text = (value: string | null) => (viewer.seesNames ? value : null);
  const { memberships, plans, planMilestones, waivers } = cluster.facts;
  return {
    memberships: memberships.map(
      ({ id, revision, source, confidence, programmeId, member, bound, startsOn, endsOn, isEndDayAssumed, note, levelDueOn }) => {
        const { slug, name } = named(programmeId);
        const stated = { id, revision, source, confidence, programme: slug, programmeName: name };
        return { ...stated, member, bound, startsOn, endsOn, endDayAssumed: isEndDayAssumed, exitReason: text(note), levelDueOn };
      },
    ),
    plans: plans.map((plan) => {
      const { id, revision, source, confidence, programmeId, text: words, proposedOn, acceptedOn, closedOn, dueOn } = plan;
      const stated = { id, revision, source, confidence, programme: named(programmeId).slug, text: text(words) };
      const milestones = planMilestones
        .filter(({ planId }) => planId === id)
        .map((one) => ({
          id: one.id,
          revision: one.revision,
          text: text(one.text),
          dueOn: one.dueOn,
          doneOn: one.doneOn,
          overdue: isOverdueStep(one, on),
        }));
      const state = planStateOn(plan, on);
      return { ...stated, proposedOn, acceptedOn, closedOn, dueOn, state, milestones, steps: proposals.steps.get(id) ?? [] };
    }),
    waivers: waivers.map((waiver) => {
      const { id, revision, source, confidence, programmeId, text: words, startsOn, endsOn, approvedOn, proposedOn, proposedById } = waiver;
      const stated = { id, revision, source, confidence, programme: named(programmeId).slug, text: text(words) };
      const isOpen = approvedOn === null && waiver.closedOn === null;
      const mayApprove = isOpen && proposals.mayApprove && (proposedById === null || proposedById !== viewer.personId);
      const state = waiverStateOn(waiver, on);
      return { ...stated, startsOn, endsOn, approvedOn, proposedOn, state, mayApprove, steps: proposals.steps.get(id) ?? [] };
    }),
  };
}

/** How plans and waivers came to stand where they do, and whether the caller may approve at all. */
export interface Proposals {
  steps: ReturnType<typeof proposalSteps>;
  mayApprove: boolean;
}

export function presentAudits({ cluster }: ClusterReading, { seesNames }: Viewer): Views['audits'] {
  return cluster.facts.audits.map(
    ({ id, revision, source, confidence, level, firstDayOn, lastDayOn, form, place, state, reportedByRole, reportedOn }) => {
      const stated = { id, revision, source, confidence, level, firstDayOn, lastDayOn, state, reportedOn };
      return { ...stated, mode: form, place: seesNames ? place : null, reportedByCluster: reportedByRole === 'manager' };
    },
  );
}

export function presentCorrections({ cluster }: ClusterReading, viewer: Viewer): Views['corrections'] {
  return cluster.corrections.map(({ id, revision, state, awardId, proposedValues, text, createdAt, proposedByName, decisionText }) => ({
    id,
    revision,
    state,
    awardId,
    proposedLevel: levelIn(proposedValues['level']),
    proposedValidUntil: (proposedValues['validUntil'] ?? null) as CalendarDate | null,
    text: viewer.seesNames ? text : null,
    proposedAt: new Date(createdAt).toISOString(),
    proposedBy: viewer.seesNames ? proposedByName : null,
    answer: viewer.seesNames ? decisionText : null,
  }));
}

function levelIn(value: string | null | undefined): 'bronze' | 'silver' | 'gold' | null {
  return value === 'bronze' || value === 'silver' || value === 'gold' ? value : null;
}

export function presentNotes({ cluster }: ClusterReading): Views['notes'] {
  return cluster.contactNotes.map(({ id, body, createdAt, authorName }) => ({
    id,
    text: body,
    writtenAt: new Date(createdAt).toISOString(),
    writtenBy: authorName,
  }));
}

/** Who has a role today; and the officer responsible for the cluster. Readers see roles and titles, no names and no addresses. */
export function presentPeople({ cluster, today }: ClusterReading, viewer: Viewer): Views['people'] {
  const hidden = viewer.seesNames ? {} : { name: null, email: null, phone: null };
  const present = cluster.people.filter(({ startsOn, endsOn }) => startsOn <= today && (endsOn === null || endsOn >= today));
  const people = present.map(({ personId, name, email, title, phone, role, language, confidence }) => ({
    personId,
    name,
    email,
    title,
    phone,
    role,
    language,
    illustrative: confidence === 'illustrative',
    ...hidden,
  }));
  const officer = cluster.responsibleOfficer;
  if (!officer) return people;
  const { id: personId, name, email, title, phone, language, confidence } = officer;
  const asPerson = { personId, name, email, title, phone, role: 'officer' as const, language, illustrative: confidence === 'illustrative' };
  return [...people, { ...asPerson, ...hidden }];
}
