import {
  type AssessmentKind,
  type AssessmentStep,
  type CalendarDate,
  carriedAnswers,
  type Confidence,
  isOpenToEdits,
  stateAfter,
} from '@klyngevagt/scoring';
import type { DataSource, EntityManager } from 'typeorm';
import { recordAs, type Actor } from '../actor.js';
import { clusterIdOf, insertFact, lockFact, type Saved } from '../edit.js';
import { AssessmentAnswerEntity } from '../entities/assessment-answer.js';
import { AssessmentEntity } from '../entities/assessment.js';
import { AssessmentRemarkEntity } from '../entities/assessment-remark.js';
import { ConcurrentEditError, ConstraintError } from '../errors.js';
import type { Scope } from '../scope.js';
import { readAssessments, type StoredAssessment } from './assessment-repository.js';
import type { StoredFramework } from './framework-repository.js';

interface Stated {
  source: string;
  confidence: Confidence;
}

export interface NewRound extends Stated {
  kind: AssessmentKind;
  framework: StoredFramework;
  startedOn: CalendarDate;
}

export interface AnswerEdit extends Stated {
  indicator: string;
  score: number | null;
  comment: string | null;
  isToConfirm: boolean;
  /** Revision that the caller read; 0: there was none. */
  expectedRevision: number;
}

export interface StepTaken extends Stated {
  step: AssessmentStep;
  expectedRevision: number;
  on: CalendarDate;
  /** On handing in and on closing: it reaches the level. A self-test that does is the first step of its case. */
  isSatisfactory?: boolean;
  /** On returning: what is said about which indicator. */
  remarks?: readonly { indicator: string; body: string }[];
}

export interface ImportedAnswers extends Stated {
  /** What `answersRevision` gave when the file was looked at. */
  expectedAnswersRevision: number;
  answers: readonly { indicator: string; score: number | null; comment: string | null; isToConfirm: boolean }[];
}

/** Rises with every change of an answer: what an import was previewed against. */
export function answersRevision({ answers }: Pick<StoredAssessment, 'answers'>): number {
  return answers.reduce((sum, { revision }) => sum + revision, 0);
}

/** Writing of assessments: answers one by one, steps under a lock, whole files or nothing. */
export class AssessmentEditRepository {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Starts a round. A self-test begins a new one with the scores of the last closed one, to be confirmed; what experts score belongs to the
   * round that stands. @throws NotFoundError, ConstraintError where one is open already
   */
  async start(actor: Actor, scope: Scope, clusterSlug: string, { framework, kind, ...round }: NewRound): Promise<Saved> {
    return recordAs(this.dataSource, actor, async (manager) => {
      const clusterId = await clusterIdOf(manager, scope, clusterSlug);
      await manager.query('select pg_advisory_xact_lock(hashtext($1))', [clusterId]);
      const present = await readAssessments(manager, { scope, clusterSlug });
      const ofKind = present.filter((assessment) => assessment.kind === kind);
      if (ofKind.some(({ state }) => state !== 'closed')) throw new ConstraintError('assessment_once', 'kind');
      const newest = Math.max(0, ...present.map((assessment) => assessment.round));
      const number = kind === 'self-test' ? newest + 1 : Math.max(1, newest);
      const ofRound = present.find((assessment) => assessment.round === number && assessment.caseId !== null);
      const saved = await insertFact(manager, AssessmentEntity, {
        ...round,
        clusterId,
        caseId: ofRound?.caseId ?? (await openCaseOf(manager, clusterId)),
        kind,
        frameworkId: framework.id,
        round: number,
        state: 'draft' as const,
      });
      const last = kind === 'self-test' ? ofKind.find(({ state }) => state === 'closed') : undefined;
      if (last) await carryOver(manager, { last, framework, assessmentId: saved.id, clusterId, ...round });
      return saved;
    });
  }

  /**
   * Saves one answer, if nobody changed this one since the caller read it: people may work on different indicators side by side.
   * @throws NotFoundError, ConcurrentEditError, ConstraintError where the assessment is not open to edits
   */
  async saveAnswer(actor: Actor, scope: Scope, assessmentId: string, edit: AnswerEdit): Promise<Saved> {
    return recordAs(this.dataSource, actor, async (manager) => {
      const { clusterId } = await lockOpen(manager, scope, assessmentId);
      return writeAnswer(manager, { assessmentId, clusterId }, edit);
    });
  }

  /** Takes a step of the way. @throws NotFoundError, ConcurrentEditError, ConstraintError where the step is not open */
  async takeStep(actor: Actor, scope: Scope, id: string, taken: StepTaken): Promise<Saved> {
    return recordAs(this.dataSource, actor, async (manager) => {
      const present = await lockFact(manager, AssessmentEntity, scope, id);
      if (present.revision !== taken.expectedRevision) {
        throw new ConcurrentEditError('assessment', id, taken.expectedRevision, present.revision);
      }
      const state = stateAfter(taken.step, present.state);
      if (state === null) throw new ConstraintError('assessment_state_known', 'state');
      const { on, step } = taken;
      const days = { closedOn: step === 'close' ? on : null, ...(step === 'submit' && { submittedOn: on }) };
      const caseId = present.caseId ?? (await caseToJoin(manager, present));
      const saved = await manager.save(Object.assign(present, { state, caseId, ...days }));
      if (step === 'submit') await closeRemarks(manager, id);
      if (step === 'return') await writeRemarks(manager, present, taken);
      if (saved.kind === 'self-test') await tickSelfTest(manager, saved, taken);
      return { id, revision: saved.revision };
    });
  }

  /** Every answer of a file, or none. @throws NotFoundError, ConcurrentEditError where an answer changed since the preview */
  async importAnswers(actor: Actor, scope: Scope, assessmentId: string, file: ImportedAnswers): Promise<Saved> {
    return recordAs(this.dataSource, actor, async (manager) => {
      const { clusterId, revision } = await lockOpen(manager, scope, assessmentId);
      const [present] = await readAssessments(manager, { scope, id: assessmentId });
      const known = present?.answers ?? [];
      const now = answersRevision({ answers: known });
      if (now !== file.expectedAnswersRevision)
        throw new ConcurrentEditError('assessment', assessmentId, file.expectedAnswersRevision, now);
      const { source, confidence } = file;
      for (const answer of file.answers) {
        const before = known.find(({ indicator }) => indicator === answer.indicator);
        if (before && isSame(before, answer)) continue;
        const edit = { ...answer, source, confidence, expectedRevision: before?.revision ?? 0 };
        await writeAnswer(manager, { assessmentId, clusterId }, edit);
      }
      return { id: assessmentId, revision };
    });
  }
}

async function lockOpen(manager: EntityManager, scope: Scope, id: string): Promise<AssessmentEntity> {
  const assessment = await lockFact(manager, AssessmentEntity, scope, id);
  if (!isOpenToEdits(assessment.state)) throw new ConstraintError('assessment_state_known', 'state');
  return assessment;
}

interface Carried extends Stated {
  last: StoredAssessment;
  framework: StoredFramework;
  assessmentId: string;
  clusterId: string;
}

async function carryOver(manager: EntityManager, carried: Carried): Promise<void> {
  const { last, framework, assessmentId, clusterId, source, confidence } = carried;
  const rows = carriedAnswers(last, framework).map(({ indicator, score, comment }) => ({
    assessmentId,
    clusterId,
    indicator,
    score,
    comment,
    isToConfirm: true,
    source,
    confidence,
  }));
  if (rows.length > 0) await manager.insert(AssessmentAnswerEntity, rows);
}

function isSame(one: Omit<ImportedAnswers['answers'][number], 'indicator'>, other: typeof one): boolean {
  return one.score === other.score && one.comment === other.comment && one.isToConfirm === other.isToConfirm;
}

async function writeAnswer(
  manager: EntityManager,
  { assessmentId, clusterId }: { assessmentId: string; clusterId: string },
  { expectedRevision, ...edit }: AnswerEdit,
): Promise<Saved> {
  const present = await manager.findOneBy(AssessmentAnswerEntity, { assessmentId, indicator: edit.indicator });
  const revision = present?.revision ?? 0;
  if (revision !== expectedRevision) throw new ConcurrentEditError('assessment_answer', assessmentId, expectedRevision, revision);
  if (present === null) return insertFact(manager, AssessmentAnswerEntity, { ...edit, assessmentId, clusterId });
  const saved = await manager.save(Object.assign(present, edit));
  return { id: saved.id, revision: saved.revision };
}

async function writeRemarks(manager: EntityManager, { id, clusterId }: AssessmentEntity, taken: StepTaken): Promise<void> {
  const { on: givenOn, source, confidence, remarks = [] } = taken;
  const rows = remarks.map(({ indicator, body }) => ({ assessmentId: id, clusterId, indicator, body, givenOn, source, confidence }));
  if (rows.length > 0) await manager.insert(AssessmentRemarkEntity, rows);
}

/** The newest case of a cluster that is open; null: none is. */
async function openCaseOf(manager: EntityManager, clusterId: string): Promise<string | null> {
  const [found] = (await manager.query(
    `select id from recertification_case where cluster_id = $1 and state = 'open' order by opened_on desc, created_at desc limit 1`,
    [clusterId],
  )) as [{ id: string }?];
  return found?.id ?? null;
}

/** What was begun before its case was opened joins it when it is handed in. What is reopened belongs to a time before. */
async function caseToJoin(manager: EntityManager, { clusterId, state }: AssessmentEntity): Promise<string | null> {
  return state === 'draft' || state === 'returned' || state === 'submitted' ? openCaseOf(manager, clusterId) : null;
}

/**
 * A satisfactory self-test is done on the day it was handed in, where nobody ticked it off before. What is filled in anew is not done: the
 * tick that it gave is taken back, one of another day is not.
 */
async function tickSelfTest(
  manager: EntityManager,
  { caseId, submittedOn }: AssessmentEntity,
  { step, isSatisfactory = false }: StepTaken,
): Promise<void> {
  const isTaken = step === 'submit' || step === 'close';
  if (caseId === null || submittedOn === null || (isTaken && !isSatisfactory)) return;
  await manager.query(
    `update case_milestone set done_on = ${isTaken ? '$2::date' : 'null'}, revision = case_milestone.revision + 1 from recertification_case
     where recertification_case.id = case_id and case_id = $1 and state = 'open' and milestone = 'self-test'
       and done_on is not distinct from ${isTaken ? 'null' : '$2::date'}`,
    [caseId, submittedOn],
  );
}

async function closeRemarks(manager: EntityManager, assessmentId: string): Promise<void> {
  await manager.query('update assessment_remark set is_open = false, revision = revision + 1 where assessment_id = $1 and is_open', [
    assessmentId,
  ]);
}
