import type { AuditClash, BodyOf, QueryOf } from '@klyngevagt/contracts';
import { type CapacityRow, ExpertCapacityRepository, type Saved } from '@klyngevagt/db';
import { type Language, sourceText } from '@klyngevagt/messages';
import { auditClash, auditDemandOf, type AuditMonth } from '@klyngevagt/scoring';
import { Injectable } from '@nestjs/common';
import { actorOf, type Caller } from '../auth/caller.js';
import { statedSource } from '../facts/stated-source.js';
import { DecisionReader, type Reading } from '../portfolio/decision-reader.js';

const monthsAhead = 24;

/** Audits by month against what the experts can hold. */
@Injectable()
export class ExpertCapacityService {
  constructor(
    private readonly decisions: DecisionReader,
    private readonly capacity: ExpertCapacityRepository,
  ) {}

  async read(caller: Caller, { on, known, programme }: QueryOf<'audit-clash.read'>): Promise<AuditClash> {
    const reading = await this.decisions.readPortfolio({ scope: caller.scope, present: caller.present, on, known, programme });
    const rows = await this.capacity.readCapacity(reading.known);
    const { rules } = reading.rules;
    const standard = rows.find(({ isStandard }) => isStandard) ?? null;
    const rowOf = (month: string) => rows.find(({ monthOn }) => monthOn === month) ?? null;
    const months = auditClash(
      {
        on: reading.on,
        months: monthsAhead,
        clusters: reading.clusters.map(({ cluster }) => cluster.facts),
        demand: reading.clusters.flatMap(({ cluster, decision }) => auditDemandOf(cluster.facts, decision, rules)),
        capacityOf: (month) => (rowOf(month) ?? standard)?.audits ?? Infinity,
      },
      rules,
    );
    return {
      on: reading.on,
      today: reading.today,
      known: reading.known,
      standard: presentCapacity(standard, caller.language),
      months: months.map((month) => ({
        ...presentMonth(month, reading),
        capacity: (rowOf(month.month) ?? standard)?.audits ?? null,
        own: presentCapacity(rowOf(month.month), caller.language),
      })),
    };
  }

  async save(caller: Caller, { month, audits, source, confidence, revision, reason }: BodyOf<'expert-capacity.save'>): Promise<Saved> {
    return this.capacity.save(actorOf(caller, reason), {
      monthOn: month,
      audits,
      source: statedSource(source, confidence),
      confidence,
      expectedRevision: revision,
    });
  }
}

function presentCapacity(row: CapacityRow | null, language: Language): AuditClash['standard'] {
  if (!row) return null;
  const { id, revision, audits, source, confidence } = row;
  return { id, revision, audits, source: sourceText(source, language), confidence };
}

function presentMonth(
  { month, demand, over, earlier }: AuditMonth,
  reading: Reading,
): Omit<AuditClash['months'][number], 'capacity' | 'own'> {
  const named = (clusterId: string) => {
    const cluster = reading.clusters.find((one) => one.cluster.id === clusterId)?.cluster;
    return { slug: cluster?.slug ?? '', name: cluster?.shortName ?? cluster?.name ?? '' };
  };
  return {
    month,
    audits: demand.map(({ clusterId, firstDayOn, lastDayOn, booked, late }) => ({
      ...named(clusterId),
      firstDayOn,
      lastDayOn,
      booked,
      late,
    })),
    over,
    earlier: earlier.map(({ clusterId, toMonth, firstDayOn, lastDayOn, daysEarlier, daysLost, suggested }) => ({
      ...named(clusterId),
      toMonth,
      firstDayOn,
      lastDayOn,
      daysEarlier,
      daysLost,
      suggested,
    })),
  };
}
