import type { BodyOf, GridPreview } from '@klyngevagt/contracts';
import { AwardRepository, type GridCell, GridRefusedError } from '@klyngevagt/db';
import { createTranslator, formatDate } from '@klyngevagt/messages';
import { decideCluster } from '@klyngevagt/scoring';
import { Injectable } from '@nestjs/common';
import { actorOf, type Caller } from '../auth/caller.js';
import { unstatedSources } from '../facts/stated-source.js';
import { refusalOf } from '../http/problem.filter.js';
import { type FieldRefusal, Refusal } from '../http/refusal.js';
import { type DecidedCluster, DecisionReader, type Reading } from '../portfolio/decision-reader.js';
import { readLines, type ReadLine } from './grid-cells.js';
import { afterChange, changeOf, type GridChange } from './grid-change.js';

type Row = GridPreview['rows'][number];

interface PlannedRow {
  row: Row;
  change: GridChange | null;
}

/** Dates for many clusters at once: understood, shown, and then saved all or not at all. */
@Injectable()
export class GridService {
  constructor(
    private readonly decisions: DecisionReader,
    private readonly awards: AwardRepository,
  ) {}

  async preview(caller: Caller, { rows }: BodyOf<'grid.preview'>): Promise<GridPreview> {
    const { planned, versions } = await this.plan(caller, rows);
    return previewOf(planned, versions);
  }

  async save(caller: Caller, { rows, reason, source, versions: seen }: BodyOf<'grid.save'>): Promise<GridPreview> {
    const { planned, versions } = await this.plan(caller, rows);
    const preview = previewOf(planned, versions);
    if (preview.errors > 0) throw new Refusal('grid-has-errors', preview.rows.flatMap(fieldsOf));
    const changed = preview.rows.filter(({ slug }) => seen[slug] !== versions[slug]);
    if (changed.length > 0) {
      const message = createTranslator(caller.language)('problems.grid.changedMeanwhile');
      throw new Refusal(
        'changed-meanwhile',
        changed.map(({ index }) => ({ field: `rows.${index}.slug`, code: 'wrong-form', message })),
      );
    }
    await this.write(caller, planned, reason, source || unstatedSources.officer);
    return preview;
  }

  private async write(caller: Caller, planned: readonly PlannedRow[], reason: string, source: string): Promise<void> {
    const writing = planned.filter(({ change }) => change?.kind === 'new-end' || change?.kind === 'new-award');
    if (writing.length === 0) return;
    const cells = writing.map(({ row, change }) => cellOf(row, change, source));
    try {
      await this.awards.saveGrid(actorOf(caller, reason), caller.scope, cells);
    } catch (error) {
      if (!(error instanceof GridRefusedError)) throw error;
      const refusals = error.cells.map(({ index, error: cause }) => ({
        index: writing[index]?.row.index ?? index,
        refusal: refusalOf(cause),
      }));
      const code = refusals.some(({ refusal }) => refusal.code === 'changed-meanwhile') ? 'changed-meanwhile' : 'grid-has-errors';
      throw new Refusal(
        code,
        refusals.map(({ index, refusal }) => ({ field: `rows.${index}.validUntil`, code: refusal.fields[0]?.code ?? 'wrong-form' })),
      );
    }
  }

  private async plan(
    caller: Caller,
    rows: BodyOf<'grid.preview'>['rows'],
  ): Promise<{ planned: PlannedRow[]; versions: Record<string, string> }> {
    const reading = await this.decisions.readEverything(caller.scope);
    const { language } = caller;
    const clusters = reading.clusters.map(({ cluster }) => cluster);
    const lines = readLines(rows, { clusters, today: reading.today, language, t: createTranslator(language) });
    const planned = lines.map((line, index) => planRow(line, index, rows[index]?.slug ?? '', reading, caller));
    const named = lines.flatMap(({ cluster }) => (cluster ? [[cluster.slug, String(cluster.version)]] : []));
    return { planned, versions: Object.fromEntries(named) as Record<string, string> };
  }
}

function planRow(line: ReadLine, index: number, typed: string, reading: Reading, { language }: Caller): PlannedRow {
  const { cluster, validUntil, level, errors } = line;
  const empty = {
    index,
    slug: cluster?.slug ?? typed,
    name: cluster?.name ?? null,
    before: null,
    after: validUntil,
    statusBefore: null,
    statusAfter: null,
  };
  const decided = reading.clusters.find((one) => one.cluster.id === cluster?.id);
  if (!cluster || !decided || !validUntil || !level || errors.length > 0) {
    return { row: { ...empty, change: 'error', errors }, change: null };
  }
  const change = changeOf(cluster, level, validUntil, reading.rules.rules, reading.today);
  const before = { ...empty, before: change.before, statusBefore: decided.decision.label.status };
  if (change.kind === 'before-start') {
    const dates = { date: formatDate(validUntil, language), start: formatDate(change.startsOn, language) };
    const message = createTranslator(language)('problems.grid.beforeStart', dates);
    return { row: { ...before, change: 'error', errors: [{ column: 'validUntil', message }] }, change: null };
  }
  return { row: { ...before, change: change.kind, statusAfter: statusAfter(decided, change, reading), errors: [] }, change };
}

function statusAfter({ cluster }: DecidedCluster, change: GridChange, { rules, on }: Reading): string {
  return decideCluster(afterChange(cluster, change), rules.rules, on).label.status;
}

function previewOf(planned: readonly PlannedRow[], versions: Record<string, string>): GridPreview {
  const rows = planned.map(({ row }) => row);
  return {
    rows,
    errors: rows.reduce((sum, { errors }) => sum + errors.length, 0),
    changes: rows.filter(({ change }) => change === 'new-end' || change === 'new-award').length,
    versions,
  };
}

function fieldsOf({ index, errors }: Row): FieldRefusal[] {
  return errors.map(({ column, message }) => ({ field: `rows.${index}.${column}`, code: 'wrong-form', message }));
}

function cellOf({ slug }: Row, change: GridChange | null, source: string): GridCell {
  const stated = { validUntilBasis: 'certificate', source, confidence: 'partly' } as const;
  if (change?.kind === 'new-end') {
    const { award, validUntil } = change;
    return { awardId: award.id, expectedRevision: award.revision, changes: { validUntil, ...stated } };
  }
  if (change?.kind === 'new-award') return { clusterSlug: slug, award: { ...change.award, ...stated } };
  throw new Error('A line that changes nothing is not written.');
}
