import type { CaseFact, ClusterFacts } from '@klyngevagt/scoring';
import { ActionPlanEntity } from './entities/action-plan.js';
import { AuditBookingEntity } from './entities/audit-booking.js';
import { AwardEntity } from './entities/award.js';
import { CaseMilestoneEntity } from './entities/case-milestone.js';
import { ClusterEntity } from './entities/cluster.js';
import { MembershipEntity } from './entities/membership.js';
import { ObligationEntity } from './entities/obligation.js';
import { PlanMilestoneEntity } from './entities/plan-milestone.js';
import { ProgrammeEntity, type Portfolio } from './entities/programme.js';
import { RecertificationCaseEntity } from './entities/recertification-case.js';
import { RecordConfirmationEntity } from './entities/record-confirmation.js';
import { WaiverEntity } from './entities/waiver.js';
import { readPrepared } from './prepared.js';
import type { Row } from './row.js';
import type { Scope } from './scope.js';
import { columnsOf, listOf, Parameters, tableOf, type Known, type Reader } from './sql.js';

/** Facts that decide a cluster, each with its source, confidence and revision. */
export interface StoredFacts extends ClusterFacts {
  awards: readonly Row<AwardEntity>[];
  memberships: readonly Row<MembershipEntity>[];
  plans: readonly Row<ActionPlanEntity>[];
  planMilestones: readonly Row<PlanMilestoneEntity>[];
  waivers: readonly Row<WaiverEntity>[];
  audits: readonly Row<AuditBookingEntity>[];
  programmes: readonly Row<ProgrammeEntity>[];
  obligations: readonly Row<ObligationEntity>[];
}

/** Of facts: where they come from, how they are edited, and texts. No status hangs on it, and it is most of what a row weighs. */
const beside = ['source', 'revision', 'createdAt', 'note', 'text', 'validUntilBasis', 'score', 'form', 'place', 'experts'] as const;
/** Of clusters: what only their own page shows. */
const contact = ['city', 'cityConfidence', 'website', 'websiteConfidence', 'cvrNumber', 'journalNumber', 'funder', 'notes'] as const;
const shownOnPage = ['source', 'revision', 'createdAt', 'kind', 'kindConfidence', ...contact] as const;

type Deciding<Stored> = Omit<Stored, (typeof beside)[number]>;

/** Facts as far as they decide. */
export interface DecidingFacts extends ClusterFacts {
  awards: readonly Deciding<Row<AwardEntity>>[];
  memberships: readonly Deciding<Row<MembershipEntity>>[];
  plans: readonly Deciding<Row<ActionPlanEntity>>[];
  waivers: readonly Deciding<Row<WaiverEntity>>[];
  audits: readonly Deciding<Row<AuditBookingEntity>>[];
}

/** A cluster as shown in a row, with no more than decides it. */
export interface ClusterToDecide extends Omit<Row<ClusterEntity>, (typeof shownOnPage)[number]> {
  isFictional: boolean;
  responsibleOfficerName: string | null;
  facts: DecidingFacts;
}

/** A cluster as shown in a row, with everything that decides it. */
export interface ClusterWithFacts extends Row<ClusterEntity> {
  /** Invented for the demonstration, the organisation itself. */
  isFictional: boolean;
  responsibleOfficerName: string | null;
  /** Rises with every change of one of its facts. */
  version: number;
  facts: StoredFacts;
}

export interface FactsQuestion {
  scope: Scope;
  portfolio: Portfolio | 'all';
  /** Only this cluster. */
  clusterSlug?: string;
  /** Only what belongs to this programme: the other programmes' duties are left out. */
  programmeId?: string;
  known: Known;
}

/** As `readClusterFacts`, without what decides nothing, in no order. */
export async function readDecidingFacts(reader: Reader, question: FactsQuestion): Promise<ClusterToDecide[]> {
  return read(reader, question, deciding);
}

const deciding: LeftOut = { fact: beside, cluster: shownOnPage, inOrder: false };

/** As `readDecidingFacts`, and whatever else the same statement is to select: all of it from one state of the database. */
export async function readDecidingFactsAnd<More extends object>(
  reader: Reader,
  question: FactsQuestion,
  more: (parameters: Parameters) => string,
): Promise<{ clusters: ClusterToDecide[]; more: More }> {
  const gathered = await gather<More>(reader, question, deciding, more);
  return { clusters: assemble(gathered), more: gathered };
}

/** One statement for all clusters asked about, so that every row comes from the same state of the database. */
export async function readClusterFacts(reader: Reader, question: FactsQuestion): Promise<ClusterWithFacts[]> {
  return read(reader, question, { fact: [], cluster: [], inOrder: true });
}

/** Properties that are not read. */
interface LeftOut {
  fact: readonly string[];
  cluster: readonly string[];
  /** Whether clusters come in Danish order of names, which for many takes longer to find than everything else. */
  inOrder: boolean;
}

async function read(reader: Reader, question: FactsQuestion, leftOut: LeftOut): Promise<ClusterWithFacts[]> {
  return assemble(await gather(reader, question, leftOut));
}

async function gather<More extends object>(
  reader: Reader,
  question: FactsQuestion,
  leftOut: LeftOut,
  more?: (parameters: Parameters) => string,
): Promise<Gathered & More> {
  const parameters = new Parameters();
  const facts = factsStatement(reader, question, parameters, leftOut);
  const sql = more ? `${facts}, ${more(parameters)}` : facts;
  const [gathered] = await readPrepared<Gathered & More>(reader, sql, parameters.values);
  if (gathered === undefined) throw new Error('The statement answers one row');
  return gathered;
}

type ShownCluster = Omit<ClusterWithFacts, 'facts' | 'isFictional'> & { recordConfirmedOn: ClusterFacts['recordConfirmedOn'] };

interface Gathered {
  clusters: ShownCluster[];
  awards: Row<AwardEntity>[];
  memberships: Row<MembershipEntity>[];
  plans: Row<ActionPlanEntity>[];
  planMilestones: Row<PlanMilestoneEntity>[];
  waivers: Row<WaiverEntity>[];
  audits: Row<AuditBookingEntity>[];
  cases: (CaseFact & { clusterId: string; id: string })[];
  done: (CaseFact['done'][number] & { caseId: string })[];
  programmes: Row<ProgrammeEntity>[];
  obligations: Row<ObligationEntity>[];
}

function factsStatement(
  reader: Reader,
  { scope, portfolio, clusterSlug, programmeId, known }: FactsQuestion,
  parameters: Parameters,
  leftOut: LeftOut,
): string {
  // Said of every table again: of many clusters each page of a night would otherwise read all facts there are.
  const ids = scope.kind === 'all' ? null : parameters.add([...scope.clusterIds]);
  const isAskedAbout = (column: string) => (ids === null ? 'true' : `${column} = any(${ids}::uuid[])`);
  const conditions = [isAskedAbout('cluster.id')];
  if (portfolio !== 'all') conditions.push(`cluster.portfolio = ${parameters.add(portfolio)}`);
  if (clusterSlug !== undefined) conditions.push(`cluster.slug = ${parameters.add(clusterSlug)}`);
  const programme = programmeId === undefined ? null : parameters.add(programmeId);
  const table = (entity: FactEntity) => tableOf(reader, entity, known, parameters);
  const isShown = `${isAskedAbout('fact.cluster_id')} and fact.cluster_id in (select id from shown)`;
  const ofShown = (entity: FactEntity, order: string) =>
    listOf(`select ${columnsOf(reader, entity, 'fact', leftOut.fact)} from ${table(entity)} as fact
      where ${isShown} order by ${order}`);
  const ofProgramme = (entity: FactEntity, order: string) =>
    listOf(`select ${columnsOf(reader, entity, 'fact', leftOut.fact)} from ${table(entity)} as fact
      where ${isShown} and fact.programme_id in (select id from applying) order by ${order}`);
  return `
    with shown as materialized (
      select cluster.* from ${table(ClusterEntity)} as cluster where ${conditions.join(' and ')}
    ), applying as materialized (
      select programme.* from ${table(ProgrammeEntity)} as programme
      where programme.portfolio in (select portfolio from shown) and ${programme === null ? 'true' : `programme.id = ${programme}::uuid`}
    )
    select
      ${listOf(`
        select ${columnsOf(reader, ClusterEntity, 'shown', leftOut.cluster)}, officer.name as "responsibleOfficerName",
          coalesce(version.version, 0) as version,
          (select max(confirmed_on) from ${table(RecordConfirmationEntity)} as confirmation
            where confirmation.cluster_id = shown.id) as "recordConfirmedOn"
        from shown
        left join person as officer on officer.id = shown.responsible_officer_id
        left join cluster_version as version on version.cluster_id = shown.id and ${isAskedAbout('version.cluster_id')}
        ${leftOut.inOrder ? 'order by shown.name collate "da-DK-x-icu"' : ''}`)} as clusters,
      ${ofShown(AwardEntity, 'coalesce(fact.valid_from, fact.approved_on, fact.assessed_on) nulls first, fact.id')} as awards,
      ${ofProgramme(MembershipEntity, 'fact.starts_on, fact.id')} as memberships,
      ${ofProgramme(ActionPlanEntity, 'fact.proposed_on, fact.id')} as plans,
      ${ofShown(PlanMilestoneEntity, 'fact.due_on, fact.id')} as "planMilestones",
      ${ofProgramme(WaiverEntity, 'fact.starts_on, fact.id')} as waivers,
      ${ofShown(AuditBookingEntity, 'fact.first_day_on, fact.id')} as audits,
      ${listOf(`select fact.id, fact.cluster_id as "clusterId", fact.cycle, fact.state, fact.decided_on as "decidedOn"
        from ${table(RecertificationCaseEntity)} as fact where ${isShown} order by fact.id`)} as cases,
      ${listOf(`select fact.case_id as "caseId", fact.milestone, fact.done_on as "doneOn" from ${table(CaseMilestoneEntity)} as fact
        where ${isShown} and fact.done_on is not null order by fact.id`)} as done,
      ${listOf(`select ${columnsOf(reader, ProgrammeEntity, 'applying', leftOut.fact)} from applying order by starts_on`)} as programmes,
      ${listOf(`select ${columnsOf(reader, ObligationEntity, 'fact', leftOut.fact)} from ${table(ObligationEntity)} as fact
        where fact.programme_id in (select id from applying) order by fact.starts_on`)} as obligations`;
}

type FactEntity = new () => { id: string };

function assemble(gathered: Gathered): ClusterWithFacts[] {
  const awards = byCluster(gathered.awards);
  const memberships = byCluster(gathered.memberships);
  const plans = byCluster(gathered.plans);
  const planMilestones = byCluster(gathered.planMilestones);
  const waivers = byCluster(gathered.waivers);
  const audits = byCluster(gathered.audits);
  const cases = byCluster(casesOf(gathered));
  const duties = new Map<Portfolio, Pick<StoredFacts, 'programmes' | 'obligations'>>();
  return gathered.clusters.map((cluster) => {
    let duty = duties.get(cluster.portfolio);
    if (!duty) duties.set(cluster.portfolio, (duty = dutiesOf(cluster.portfolio, gathered)));
    // The row was read for nobody else: it is completed, not copied.
    return Object.assign(cluster, {
      isFictional: cluster.confidence === 'illustrative',
      facts: {
        clusterId: cluster.id,
        recordConfirmedOn: cluster.recordConfirmedOn,
        awards: awards.get(cluster.id) ?? [],
        memberships: memberships.get(cluster.id) ?? [],
        plans: plans.get(cluster.id) ?? [],
        planMilestones: planMilestones.get(cluster.id) ?? [],
        waivers: waivers.get(cluster.id) ?? [],
        audits: audits.get(cluster.id) ?? [],
        cases: cases.get(cluster.id) ?? [],
        ...duty,
      },
    });
  });
}

function casesOf({ cases, done }: Gathered): (CaseFact & { clusterId: string })[] {
  const doneByCase = new Map<string, CaseFact['done'][number][]>();
  for (const { caseId, milestone, doneOn } of done) {
    const steps = doneByCase.get(caseId);
    if (steps) steps.push({ milestone, doneOn });
    else doneByCase.set(caseId, [{ milestone, doneOn }]);
  }
  return cases.map(({ id, clusterId, cycle, state, decidedOn }) => ({
    clusterId,
    cycle,
    state,
    decidedOn,
    done: doneByCase.get(id) ?? [],
  }));
}

/** The same for every cluster of a portfolio. */
function dutiesOf(portfolio: Portfolio, gathered: Gathered): Pick<StoredFacts, 'programmes' | 'obligations'> {
  const programmes = gathered.programmes.filter((programme) => programme.portfolio === portfolio);
  const programmeIds = new Set(programmes.map((programme) => programme.id));
  return { programmes, obligations: gathered.obligations.filter((obligation) => programmeIds.has(obligation.programmeId)) };
}

function byCluster<Fact extends { clusterId: string }>(facts: readonly Fact[]): Map<string, Fact[]> {
  const grouped = new Map<string, Fact[]>();
  for (const fact of facts) {
    const present = grouped.get(fact.clusterId);
    if (present === undefined) grouped.set(fact.clusterId, [fact]);
    else present.push(fact);
  }
  return grouped;
}
