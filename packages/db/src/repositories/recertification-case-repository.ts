import type { CalendarDate, Milestone, StepOwner } from '@klyngevagt/scoring';
import { milestones } from '@klyngevagt/scoring';
import type { DataSource, EntityManager } from 'typeorm';
import { recordAs, type Actor } from '../actor.js';
import { clusterIdOf, editFact, insertFact, lockFact, type Changes, type NewFact, type Saved } from '../edit.js';
import { AuditBookingEntity } from '../entities/audit-booking.js';
import { AuditExpertEntity } from '../entities/audit-expert.js';
import { AwardEntity } from '../entities/award.js';
import { CaseMilestoneEntity } from '../entities/case-milestone.js';
import { RecertificationCaseEntity } from '../entities/recertification-case.js';
import { NotFoundError } from '../errors.js';
import type { Row } from '../row.js';
import type { Scope } from '../scope.js';
import { columnsOf, inScope, listOf, Parameters, tableOf, type Known } from '../sql.js';

export type StoredCase = Row<RecertificationCaseEntity> & { milestones: Row<CaseMilestoneEntity>[] };

export interface CasesOfCluster {
  /** The latest first. */
  cases: StoredCase[];
  /** Of every booking of the cluster. */
  experts: Row<AuditExpertEntity>[];
}

export type NewCase = Pick<NewFact<RecertificationCaseEntity>, 'cycle' | 'level' | 'kind' | 'openedOn' | 'source' | 'confidence'>;

/** How a case ended, with what follows from it in the same transaction. */
export interface CaseDecision {
  state: RecertificationCaseEntity['state'];
  decidedOn: CalendarDate | null;
  cureEndsOn: CalendarDate | null;
  note: string | null;
  /** The award that came of it: recorded anew, or corrected where the case has one already. Null: none came of it. */
  award: NewFact<AwardEntity> | null;
  /** Milestones that the outcome itself ticks off, or takes back. */
  done: readonly { milestone: Milestone; doneOn: CalendarDate | null }[];
}

export interface MilestoneEdit {
  plannedOn?: CalendarDate | null | undefined;
  doneOn?: CalendarDate | null | undefined;
  owner?: StepOwner | null | undefined;
  note?: string | null | undefined;
}

/** Cases of recertification with their milestones. */
export class RecertificationCaseRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** One statement. Nothing of a cluster out of scope. */
  async readCases(scope: Scope, clusterId: string, known: Known = null): Promise<CasesOfCluster> {
    const parameters = new Parameters();
    const cluster = parameters.add(clusterId);
    const inReach = inScope(scope, 'fact.cluster_id', parameters);
    const facts = (entity: new () => { id: string }, order: string) =>
      listOf(`select ${columnsOf(this.dataSource, entity, 'fact')} from ${tableOf(this.dataSource, entity, known, parameters)} as fact
        where fact.cluster_id = ${cluster}::uuid and ${inReach} order by ${order}`);
    const [answer] = (await this.dataSource.query(
      `select ${facts(RecertificationCaseEntity, 'fact.opened_on desc, fact.created_at desc')} as cases,
        ${facts(CaseMilestoneEntity, 'fact.created_at, fact.id')} as milestones,
        ${facts(AuditExpertEntity, 'fact.name, fact.id')} as experts`,
      parameters.values,
    )) as [{ cases: Row<RecertificationCaseEntity>[]; milestones: Row<CaseMilestoneEntity>[]; experts: Row<AuditExpertEntity>[] }];
    const cases = answer.cases.map((one) => ({ ...one, milestones: answer.milestones.filter(({ caseId }) => caseId === one.id) }));
    return { cases, experts: answer.experts };
  }

  /** The case that a milestone belongs to. @throws NotFoundError */
  async findMilestone(scope: Scope, id: string): Promise<Row<CaseMilestoneEntity> & { slug: string }> {
    return this.find(CaseMilestoneEntity, scope, id);
  }

  /** @throws NotFoundError */
  async findCase(scope: Scope, id: string): Promise<Row<RecertificationCaseEntity> & { slug: string }> {
    return this.find(RecertificationCaseEntity, scope, id);
  }

  /** Cycles of some clusters for which there is a case: whoever opens them by itself asks first. */
  async readCycles(clusterIds: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = (await this.dataSource.query(
      `select cluster_id || ' ' || cycle as key from recertification_case where cluster_id = any($1::uuid[])`,
      [[...clusterIds]],
    )) as { key: string }[];
    return new Set(rows.map(({ key }) => key));
  }

  /**
   * Opens a case with every milestone, none of them planned.
   * @throws NotFoundError, ConstraintError (`recertification_case_once`) where the cycle has one already
   */
  async open(actor: Actor, scope: Scope, clusterSlug: string, opened: NewCase): Promise<Saved> {
    return recordAs(this.dataSource, actor, async (manager) => {
      const clusterId = await clusterIdOf(manager, scope, clusterSlug);
      const saved = await insertFact(manager, RecertificationCaseEntity, { ...opened, clusterId, state: 'open' });
      const { source, confidence } = opened;
      await manager.insert(
        CaseMilestoneEntity,
        milestones.map((milestone) => ({ clusterId, caseId: saved.id, milestone, source, confidence })),
      );
      return saved;
    });
  }

  /** @throws NotFoundError, ConcurrentEditError, ConstraintError */
  async editMilestone(actor: Actor, scope: Scope, id: string, expectedRevision: number, changes: MilestoneEdit): Promise<Saved> {
    return recordAs(this.dataSource, actor, (manager) => editFact(manager, CaseMilestoneEntity, scope, { id, expectedRevision, changes }));
  }

  /**
   * Ticks off the audit: its booking was held.
   * @throws NotFoundError, ConcurrentEditError
   */
  async holdAudit(
    actor: Actor,
    scope: Scope,
    { id, revision, doneOn, bookingId }: { id: string; revision: number; doneOn: CalendarDate; bookingId: string },
  ): Promise<Saved> {
    return recordAs(this.dataSource, actor, async (manager) => {
      const saved = await editFact(manager, CaseMilestoneEntity, scope, { id, expectedRevision: revision, changes: { doneOn } });
      const booking = await lockFact(manager, AuditBookingEntity, scope, bookingId);
      await manager.save(Object.assign(booking, { state: 'held' as const }));
      return saved;
    });
  }

  /**
   * Records how a case ended, or corrects it. An award that a corrected decision no longer gives is taken out; the ledger keeps it.
   * @throws NotFoundError, ConcurrentEditError, ConstraintError
   */
  async decide(actor: Actor, scope: Scope, id: string, expectedRevision: number, decision: CaseDecision): Promise<Saved> {
    return recordAs(this.dataSource, actor, async (manager) => {
      const present = await lockFact(manager, RecertificationCaseEntity, scope, id);
      const { state, decidedOn, cureEndsOn, note, award } = decision;
      const awardId = award && (await this.saveAward(manager, scope, present, award));
      const changes: Changes<RecertificationCaseEntity> = { state, decidedOn, cureEndsOn, note, awardId };
      const saved = await editFact(manager, RecertificationCaseEntity, scope, { id, expectedRevision, changes });
      if (present.awardId !== null && awardId === null) await manager.delete(AwardEntity, { id: present.awardId });
      for (const { milestone, doneOn } of decision.done) await this.tick(manager, id, milestone, doneOn);
      return saved;
    });
  }

  private async saveAward(
    manager: EntityManager,
    scope: Scope,
    { awardId, clusterId }: RecertificationCaseEntity,
    award: NewFact<AwardEntity>,
  ): Promise<string> {
    if (awardId === null) return (await insertFact(manager, AwardEntity, { ...award, clusterId })).id;
    await manager.save(Object.assign(await lockFact(manager, AwardEntity, scope, awardId), award));
    return awardId;
  }

  private async tick(manager: EntityManager, caseId: string, milestone: Milestone, doneOn: CalendarDate | null): Promise<void> {
    const found = await manager.findOneBy(CaseMilestoneEntity, { caseId, milestone });
    if (found !== null && found.doneOn !== doneOn) await manager.save(Object.assign(found, { doneOn }));
  }

  private async find<Entity extends CaseMilestoneEntity | RecertificationCaseEntity>(
    entity: new () => Entity,
    scope: Scope,
    id: string,
  ): Promise<Row<Entity> & { slug: string }> {
    const { tableName } = this.dataSource.getMetadata(entity);
    const parameters = new Parameters();
    const condition = `fact.id = ${parameters.add(id)}::uuid and ${inScope(scope, 'fact.cluster_id', parameters)}`;
    const [answer] = (await this.dataSource.query(
      `select ${listOf(`select ${columnsOf(this.dataSource, entity, 'fact')}, cluster.slug from "${tableName}" as fact
        join cluster on cluster.id = fact.cluster_id where ${condition}`)} as found`,
      parameters.values,
    )) as [{ found: (Row<Entity> & { slug: string })[] }];
    const [found] = answer.found;
    if (found === undefined) throw new NotFoundError(tableName);
    return found;
  }
}
