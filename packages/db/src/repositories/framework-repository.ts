import { addDays, type CalendarDate, type Confidence, type Framework } from '@klyngevagt/scoring';
import type { DataSource, EntityManager } from 'typeorm';
import { recordAs, type Actor } from '../actor.js';
import { editFact, insertFact, type NewFact, type Saved } from '../edit.js';
import { FrameworkEntity } from '../entities/framework.js';
import { FrameworkIndicatorEntity } from '../entities/framework-indicator.js';
import { ConstraintError } from '../errors.js';
import type { Row } from '../row.js';
import { everyCluster } from '../scope.js';
import { columnsOf, listOf, Parameters, tableOf, type Known, type Reader } from '../sql.js';

/** A framework as the rules take it, with what the row carries. */
export interface StoredFramework extends Framework {
  id: string;
  revision: number;
  source: string;
  confidence: Confidence;
}

export type NewFramework = Framework & { source: string; confidence: Confidence };

/** Frameworks are public: no scope. An active one is never edited; a new version takes its place. */
export class FrameworkRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** All versions of all levels, the newest first. */
  async readFrameworks(known: Known = null): Promise<StoredFramework[]> {
    return readFrameworks(this.dataSource, known);
  }

  /**
   * Saves a draft; one of the same level and version is replaced as long as it is a draft.
   * @throws ConstraintError `framework_once` where that version is active or retired.
   */
  async saveDraft(actor: Actor, framework: NewFramework): Promise<Saved> {
    return recordAs(this.dataSource, actor, async (manager) => {
      const { level, version } = framework;
      const present = await manager.findOneBy(FrameworkEntity, { level, version });
      if (present !== null) {
        if (present.state !== 'draft') throw new ConstraintError('framework_once', 'version');
        await manager.delete(FrameworkEntity, present.id);
      }
      const saved = await insertFact(manager, FrameworkEntity, columnsOfFramework(framework));
      await manager.insert(FrameworkIndicatorEntity, indicatorRows(framework, saved.id));
      return saved;
    });
  }

  /**
   * The draft becomes the one that new assessments use; the one before it is retired and keeps its assessments.
   * @throws NotFoundError, ConcurrentEditError, ConstraintError where it is no draft or would begin before the one it supersedes.
   */
  async activate(actor: Actor, id: string, expectedRevision: number): Promise<Saved> {
    return recordAs(this.dataSource, actor, async (manager) => {
      const draft = await manager.findOneBy(FrameworkEntity, { id });
      if (draft !== null) await retirePresent(manager, draft);
      return editFact(manager, FrameworkEntity, everyCluster, {
        id,
        expectedRevision,
        changes: (present) => {
          if (present.state !== 'draft') throw new ConstraintError('framework_state_known', 'state');
          return { state: 'active' as const };
        },
      });
    });
  }
}

async function retirePresent(manager: EntityManager, draft: FrameworkEntity): Promise<void> {
  const present = await manager.findOneBy(FrameworkEntity, { level: draft.level, state: 'active' });
  if (present === null || present.id === draft.id) return;
  if (draft.effectiveFrom <= present.effectiveFrom) throw new ConstraintError('framework_date_order', 'effectiveFrom');
  const effectiveUntil = addDays(draft.effectiveFrom, -1);
  await manager.save(Object.assign(present, { state: 'retired' as const, effectiveUntil }));
}

function columnsOfFramework(framework: NewFramework): NewFact<FrameworkEntity> {
  const { level, version, effectiveFrom, effectiveUntil, dimensions, passRule, source, confidence } = framework;
  const { shareOfTotal, bindingMinimums } = passRule;
  return {
    level,
    version,
    state: 'draft',
    effectiveFrom,
    effectiveUntil,
    source,
    confidence,
    shareOfTotal,
    dimensions: [...dimensions],
    bindingMinimums: bindingMinimums === 'all' ? null : [...bindingMinimums],
  };
}

function indicatorRows({ indicators }: NewFramework, frameworkId: string): Partial<FrameworkIndicatorEntity>[] {
  return indicators.map((indicator, place) => ({ ...indicator, scale: [...indicator.scale], frameworkId, position: place + 1 }));
}

/** Also for those who read assessments in the same transaction. */
export async function readFrameworks(reader: Reader, known: Known): Promise<StoredFramework[]> {
  const parameters = new Parameters();
  const rows = (entity: typeof FrameworkEntity | typeof FrameworkIndicatorEntity, order: string) =>
    listOf(`select ${columnsOf(reader, entity, 'fact')} from ${tableOf(reader, entity, known, parameters)} as fact order by ${order}`);
  const sql = `select ${rows(FrameworkEntity, 'fact.effective_from desc, fact.version desc')} as frameworks,
    ${rows(FrameworkIndicatorEntity, 'fact.position')} as indicators`;
  const [answer] = (await reader.query(sql, parameters.values)) as [
    { frameworks: Row<FrameworkEntity>[]; indicators: Row<FrameworkIndicatorEntity>[] },
  ];
  return answer.frameworks.map((row) =>
    assembled(
      row,
      answer.indicators.filter(({ frameworkId }) => frameworkId === row.id),
    ),
  );
}

function assembled(row: Row<FrameworkEntity>, indicators: readonly Row<FrameworkIndicatorEntity>[]): StoredFramework {
  const { id, revision, source, confidence, level, version, state, dimensions, shareOfTotal, bindingMinimums } = row;
  return {
    id,
    revision,
    source,
    confidence,
    level,
    version,
    state,
    dimensions,
    effectiveFrom: row.effectiveFrom as CalendarDate,
    effectiveUntil: row.effectiveUntil as CalendarDate | null,
    passRule: { shareOfTotal, bindingMinimums: bindingMinimums ?? 'all' },
    indicators: indicators.map((indicator) => ({
      code: indicator.code,
      nameDa: indicator.nameDa,
      nameEn: indicator.nameEn,
      dimension: indicator.dimension,
      measuresDa: indicator.measuresDa,
      measuresEn: indicator.measuresEn,
      scale: indicator.scale,
      maximum: indicator.maximum,
      minimum: indicator.minimum,
      weight: indicator.weight,
      source: indicator.source,
      confidence: indicator.confidence,
      valuesConfidence: indicator.valuesConfidence,
    })),
  };
}
