import { CalendarEventRepository, CalendarTaskRepository, type CalendarTasks, type RememberedEvent, type Scope } from '@klyngevagt/db';
import { calendarDigest, type CalendarEntry, type CalendarFileEvent, type CalendarKind, calendarWords } from '@klyngevagt/documents';
import type { Role } from '@klyngevagt/contracts';
import type { Language } from '@klyngevagt/messages';
import { type ClusterDecision, underDuty } from '@klyngevagt/scoring';
import { Injectable } from '@nestjs/common';
import { hiddenEntities } from '../auth/permissions.js';
import { Refusal } from '../http/refusal.js';
import { type DecidedCluster, DecisionReader, type Reading } from '../portfolio/decision-reader.js';
import { isIllustrative } from '../portfolio/row.presenter.js';
import { readCase, rulesOfCase } from '../recertification/case-reader.js';
import { Settings } from '../settings.js';
import { type CalendarDay, dutyDays } from './duty-days.js';
import { caseDays, documentDays, recommendationDays } from './task-days.js';

export interface CalendarReader {
  scope: Scope;
  role: Role;
  language: Language;
}

export interface CalendarEvents {
  /** Of the clusters in scope. */
  clusters: readonly { id: string; name: string }[];
  events: CalendarFileEvent[];
}

/** Facts and rules may change while they are read: so often, it is read again. */
const mostReadings = 4;

/** What stands in calendars: decided as everywhere, told as remembered. */
@Injectable()
export class ClusterCalendar {
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly decisions: DecisionReader,
    private readonly tasks: CalendarTaskRepository,
    private readonly memory: CalendarEventRepository,
    private readonly settings: Settings,
  ) {}

  /** One after the other: however many calendars come at midnight, they take one connection and leave the others to people. */
  async read(reader: CalendarReader): Promise<CalendarEvents> {
    const own = this.turn.then(() => this.readNow(reader));
    this.turn = own.catch(() => undefined);
    return own;
  }

  private async readNow({ scope, role, language }: CalendarReader): Promise<CalendarEvents> {
    for (let count = 0; count < mostReadings; count += 1) {
      const { reading, entries } = await this.readEntries(scope);
      const remembered = await this.memory.remember({
        clusters: reading.clusters.map(({ cluster: { id, version } }) => ({ clusterId: id, version })),
        rules: reading.present.rules,
        today: reading.today,
        events: [...entries.values()].map(({ clusterId, day, entry }) => {
          const { key, kind, startsOn, endsOn } = day;
          return { clusterId, key, kind, startsOn, endsOn, digest: calendarDigest(entry) };
        }),
      });
      if (!remembered) continue;
      const clusters = new Map(reading.clusters.map((decided) => [decided.cluster.id, decided]));
      const shown = remembered.filter(({ kind }) => !isHidden(kind, role));
      const events = shown.flatMap((event) => this.present(event, entries, clusters.get(event.clusterId), { role, language }));
      return { clusters: reading.clusters.map(({ cluster: { id, name } }) => ({ id, name })), events };
    }
    throw new Refusal('not-available');
  }

  private async readEntries(scope: Scope): Promise<{ reading: Reading; entries: Map<string, DatedEntry> }> {
    const reading = await this.decisions.readEverything(scope);
    const tasks = tasksByCluster(await this.tasks.read(scope));
    const entries = new Map<string, DatedEntry>();
    for (const decided of reading.clusters) {
      const clusterId = decided.cluster.id;
      for (const day of daysOf(decided, tasks(clusterId), reading)) {
        entries.set(nameOf({ clusterId, key: day.key }), { clusterId, day, entry: entryOf(day, decided, reading) });
      }
    }
    return { reading, entries };
  }

  private present(
    event: RememberedEvent,
    entries: ReadonlyMap<string, DatedEntry>,
    decided: DecidedCluster | undefined,
    { role, language }: Pick<CalendarReader, 'role' | 'language'>,
  ): CalendarFileEvent[] {
    if (!decided) return [];
    const { id, sequence, createdAt, changedAt, startsOn, endsOn } = event;
    const kind = event.kind as CalendarKind;
    const state = event.endedAs ?? 'present';
    const entry = entries.get(nameOf(event))?.entry ?? endedEntry(kind, decided);
    const url = `${this.settings.env.publicUrl}${pathOf(kind, decided.cluster.slug, role)}`;
    return [{ id, kind, startsOn, endsOn, sequence, createdAt, changedAt, state, url, ...calendarWords(entry, state, language) }];
  }
}

interface DatedEntry {
  clusterId: string;
  day: CalendarDay;
  entry: CalendarEntry;
}

const nameOf = ({ clusterId, key }: { clusterId: string; key: string }) => `${clusterId} ${key}`;

/** Who may not know of documents does not hear of their days either. */
function isHidden(kind: string, role: Role): boolean {
  return kind.startsWith('document-') && hiddenEntities(role).includes('document');
}

function daysOf(decided: DecidedCluster, tasks: CalendarTasks, reading: Reading): CalendarDay[] {
  const decision = workedFor(decided.decision);
  const { cluster } = decided;
  if (decision.verdict === 'not-bound') return [];
  const ofCase = { ...decided, on: reading.on, rules: reading.rules };
  const rules = rulesOfCase(ofCase);
  const duty = dutyDays(decision, cluster.facts);
  const cases = decision.verdict === 'exempt' ? [] : tasks.cases.flatMap((stored) => caseDays(readCase(stored, ofCase, rules), duty));
  return [...duty, ...cases, ...recommendationDays(tasks.recommendations, reading.on), ...documentDays(tasks.documents, reading.on)];
}

/** A duty that binds goes on where another one is not known. */
function workedFor(decision: ClusterDecision): ClusterDecision {
  return decision.bound && decision.duty ? underDuty(decision, decision.duty) : decision;
}

function entryOf(
  { kind, isPlanned = false, subject = null, why, isIllustrative: isInvented }: CalendarDay,
  decided: DecidedCluster,
  reading: Reading,
): CalendarEntry {
  const programme = reading.programmes.find(({ id }) => id === workedFor(decided.decision).verdictProgrammeId);
  const duty = programme ? [{ sentence: 'programme' as const, programme: { da: programme.nameDa, en: programme.nameEn } }] : [];
  const marking = markingOf(decided) ?? (isInvented ? 'illustrative' : null);
  return { kind, clusterName: shownName(decided), isPlanned, subject, why: [...why, ...duty], marking };
}

/** An event that no longer holds: what it rested on is not there to be told. */
function endedEntry(kind: CalendarKind, decided: DecidedCluster): CalendarEntry {
  return { kind, clusterName: shownName(decided), isPlanned: false, subject: null, why: [], marking: markingOf(decided) };
}

function shownName({ cluster: { shortName, name } }: DecidedCluster): string {
  return shortName ?? name;
}

function markingOf(decided: DecidedCluster): CalendarEntry['marking'] {
  return decided.cluster.isFictional ? 'fictional' : isIllustrative(decided) ? 'illustrative' : null;
}

function pathOf(kind: CalendarKind, slug: string, role: Role): string {
  const page = role === 'manager' ? 'my-cluster' : 'clusters';
  if (kind.startsWith('document-')) return `/${page}/${slug}/documents`;
  if (kind.startsWith('milestone-') || kind === 'cure-end') return `/clusters/${slug}/case`;
  return `/${page}/${slug}`;
}

function tasksByCluster({ cases, recommendations, documents }: CalendarTasks): (clusterId: string) => CalendarTasks {
  const of = <Fact extends { clusterId: string }>(facts: readonly Fact[], id: string) => facts.filter(({ clusterId }) => clusterId === id);
  return (id) => ({ cases: of(cases, id), recommendations: of(recommendations, id), documents: of(documents, id) });
}
