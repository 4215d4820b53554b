import type { ClusterDetail } from '@klyngevagt/contracts';
import type { VisibleVersion } from '@klyngevagt/db';
import { addMonths, type ChainStep, daysBetween, figureOn, isDay } from '@klyngevagt/scoring';
import type { ClusterReading } from '../portfolio/decision-reader.js';
import { presentProgramme } from '../portfolio/programme.presenter.js';
import { presentReasons } from '../portfolio/reason.presenter.js';
import { presentRow } from '../portfolio/row.presenter.js';
import type { Viewer } from '../portfolio/viewer.js';
import { explain } from './explanation.js';
import * as facts from './fact.presenters.js';

/** What of a cluster's page is read besides its facts. */
export interface Surroundings {
  version: VisibleVersion;
  officers: ClusterDetail['officers'];
  reminders: ClusterDetail['reminders'];
  proposals: facts.Proposals;
  readsNotes: boolean;
}

/** A cluster's whole page. */
export function presentCluster(reading: ClusterReading, viewer: Viewer, around: Surroundings): ClusterDetail {
  const { cluster } = reading;
  const programmeIds = new Set(cluster.facts.programmes.map(({ id }) => id));
  return {
    on: reading.on,
    today: reading.today,
    known: reading.known,
    version: around.version.digest,
    dataRecordedAt: reading.known === null ? around.version.recordedAt : null,
    row: presentRow(reading, reading, viewer),
    revision: cluster.revision,
    website: cluster.website,
    city: cluster.city,
    cvrNumber: cluster.cvrNumber,
    journalNumber: cluster.journalNumber,
    funder: cluster.funder,
    fictional: cluster.isFictional,
    source: cluster.source,
    confidence: cluster.confidence,
    programmes: reading.programmes.filter(({ id }) => programmeIds.has(id)).map((one) => presentProgramme(one, viewer.language)),
    officers: around.officers,
    recordConfirmed: presentConfirmation(reading, viewer),
    verdicts: presentVerdicts(reading, viewer),
    chain: presentChain(reading),
    explanation: explain(reading, reading, viewer.language),
    awards: facts.presentAwards(reading, viewer),
    ...facts.presentDuties(reading, viewer, around.proposals),
    audits: facts.presentAudits(reading, viewer),
    corrections: facts.presentCorrections(reading, viewer),
    people: facts.presentPeople(reading, viewer),
    notes: around.readsNotes ? facts.presentNotes(reading) : [],
    reminders: around.reminders,
  };
}

function presentConfirmation({ cluster, rules, on }: ClusterReading, viewer: Viewer): ClusterDetail['recordConfirmed'] {
  const latest = cluster.confirmations.find(({ confirmedOn }) => confirmedOn <= on);
  if (!latest) return null;
  const limit = figureOn(rules.rules, 'record-confirmation-max-age-months', on);
  const aged = limit !== null && addMonths(latest.confirmedOn, limit.value) < on;
  return { on: latest.confirmedOn, by: viewer.seesNames ? latest.confirmedByName : null, aged, revision: latest.revision };
}

function presentVerdicts({ decision, programmes }: ClusterReading, viewer: Viewer): ClusterDetail['verdicts'] {
  return decision.verdicts.flatMap(({ programmeId, code, compliant, requiredLevel, reasons }) => {
    const programme = programmes.find(({ id }) => id === programmeId);
    if (!programme) return [];
    const { slug, name } = presentProgramme(programme, viewer.language);
    return [
      {
        programme: slug,
        programmeName: name,
        code,
        compliant,
        requiredLevel,
        reasons: presentReasons(reasons, programmes, viewer.language),
      },
    ];
  });
}

const doneBy = { 'self-test': 'cluster', order: 'cluster', submission: 'cluster', audit: 'assessor', decision: 'eucles' } as const;

function presentChain({ decision, on }: ClusterReading): ClusterDetail['chain'] {
  const { chain } = decision;
  if (!chain) return null;
  const { kind, level, anchor, anchorOn } = chain.cycle;
  let previous: ChainStep['latestOn'] = on;
  const steps = chain.steps.map(({ step, latestOn, rawOn, startsOn, overdue, ruleId }) => {
    const daysFromPrevious = previous !== null && isDay(latestOn) ? daysBetween(previous, latestOn) : null;
    previous = latestOn;
    return { step, latestOn, rawOn, startsOn, overdue, daysFromPrevious, by: doneBy[step], ruleId };
  });
  const booking = chain.booking && {
    auditId: chain.booking.auditId,
    firstDayOn: chain.booking.firstDayOn,
    lastDayOn: chain.booking.lastDayOn,
    projectedDecisionOn: chain.booking.projectedDecisionOn,
    inTime: chain.booking.inTime,
  };
  return { kind, level, anchor, anchorOn, steps, orderBy: chain.orderBy, slackWorkingDays: chain.slackWorkingDays, booking };
}
