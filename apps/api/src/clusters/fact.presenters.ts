import type { AwardView, ClusterDetail } from '@klyngevagt/contracts';
import type { ClusterPage, LedgerRow } from '@klyngevagt/db';
import { type AwardPeriod, awardPeriods, type CalendarDate, proposeValidity } from '@klyngevagt/scoring';
import type { Language } from '@klyngevagt/messages';
import type { ClusterReading, Reading } from '../portfolio/decision-reader.js';
import { presentProgramme } from '../portfolio/programme.presenter.js';
import { presentReasons } from '../portfolio/reason.presenter.js';
import type { Viewer } from '../portfolio/viewer.js';

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
  { cluster, programmes }: ClusterReading,
  viewer: Viewer,
  approval: WaiverApproval,
): Pick<Views, 'memberships' | 'plans' | 'waivers'> {
  const named = (programmeId: string) => {
    const programme = programmes.find(({ id }) => id === programmeId);
    return programme ? presentProgramme(programme, viewer.language) : { slug: '', name: '' };
  };
  const text = (value: string | null) => (viewer.seesNames ? value : null);
  const { memberships, plans, waivers } = cluster.facts;
  return {
    memberships: memberships.map(
      ({ id, revision, source, confidence, programmeId, member, bound, startsOn, endsOn, isEndDayAssumed, note, levelDueOn }) => {
        const { slug, name } = named(programmeId);
        const stated = { id, revision, source, confidence, programme: slug, programmeName: name };
        return { ...stated, member, bound, startsOn, endsOn, endDayAssumed: isEndDayAssumed, exitReason: note, levelDueOn };
      },
    ),
    plans: plans.map(({ id, revision, source, confidence, programmeId, text: words, proposedOn, acceptedOn, closedOn, dueOn }) => {
      const programme = named(programmeId).slug;
      return { id, revision, source, confidence, programme, text: text(words), proposedOn, acceptedOn, closedOn, dueOn };
    }),
    waivers: waivers.map(({ id, revision, source, confidence, programmeId, text: words, startsOn, endsOn, approvedOn }) => {
      const programme = named(programmeId).slug;
      const mayApprove = approvedOn === null && approval.isAllowed && approval.recordedBy.get(id) !== approval.accountId;
      return { id, revision, source, confidence, programme, text: text(words), startsOn, endsOn, approvedOn, mayApprove };
    }),
  };
}

/** Whoever recorded a waiver does not approve it: the ledger knows who that was. */
export interface WaiverApproval {
  isAllowed: boolean;
  accountId: string;
  recordedBy: ReadonlyMap<string, string | null>;
}

export function recordersOf(rows: readonly LedgerRow[]): Map<string, string | null> {
  return new Map(rows.filter(({ before }) => before === null).map(({ rowId, actor }) => [rowId, actor]));
}

export function presentAudits({ cluster }: ClusterReading): Views['audits'] {
  return cluster.facts.audits.map(
    ({ id, revision, source, confidence, level, firstDayOn, lastDayOn, form, place, state, reportedByRole, reportedOn }) => {
      const stated = { id, revision, source, confidence, level, firstDayOn, lastDayOn, place, state, reportedOn };
      return { ...stated, mode: form, reportedByCluster: reportedByRole === 'manager' };
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
