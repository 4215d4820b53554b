import type { QueryOf, ReminderRecord } from '@klyngevagt/contracts';
import { ReminderRecordRepository, ReminderRepository, type ReminderListRow } from '@klyngevagt/db';
import type { Language } from '@klyngevagt/messages';
import { Injectable } from '@nestjs/common';
import type { Caller } from '../auth/caller.js';
import { maySeeNames, mayDo } from '../auth/permissions.js';
import { Refusal } from '../http/refusal.js';
import { type ClusterReading, DecisionReader } from '../portfolio/decision-reader.js';
import { isIllustrative } from '../portfolio/row.presenter.js';
import { reminderAsKnown } from '../reminders/reminder-as-known.js';
import { RecordBasis } from './record-basis.js';
import { byDeadline, type RecordedCycle, warningsIn } from './record-deadlines.js';
import { RecordStamp } from './record-stamp.js';
import { comebacksOf, returnedAsKnown } from './record-mails.js';
import { recordWords, summaryOf, type RecordWords } from './record-words.js';
import { numberLetters, presentCycles, presentHolds, presentLetters, type RecordContext } from './reminder-record.presenter.js';

type Asked = QueryOf<'reminder-record.read'>;

/** What a cluster was told, when, by which message and about which day. */
@Injectable()
export class ReminderRecordService {
  constructor(
    private readonly decisions: DecisionReader,
    private readonly reminders: ReminderRepository,
    private readonly records: ReminderRecordRepository,
    private readonly basis: RecordBasis,
    private readonly stamps: RecordStamp,
  ) {}

  async read(caller: Caller, slug: string, asked: Asked, language: Language = caller.language): Promise<ReminderRecord> {
    const { from, to, known } = asked;
    const { scope, role } = caller;
    // First: a cluster out of scope is as one that does not exist.
    const reading = await this.decisions.readCluster(scope, slug, { known });
    if (from !== undefined && to !== undefined && to < from) throw new Refusal('date-order', [{ field: 'to', code: 'before-start' }]);
    const { cluster, known: knownAt } = reading;
    const [stored, recorded, stamp] = await Promise.all([
      this.reminders.list({ scope, clusterSlug: slug }),
      this.records.read(scope, cluster.id, knownAt),
      this.stamps.read(caller, reading, language),
    ]);
    const words = recordWords(language, maySeeNames(role), recorded);
    const comebacks = comebacksOf(recorded.comebacks, words.letters, knownAt);
    const all = stored
      .flatMap((row) => reminderAsKnown(row, knownAt))
      .map((row) => returnedAsKnown(withoutLaterAnswer(row, knownAt), comebacks, words.letters, knownAt));
    const rows = all.filter(({ dueOn }) => (from === undefined || dueOn >= from) && (to === undefined || dueOn <= to));
    const cycles = byDeadline(rows);
    const context: RecordContext = {
      words,
      names: recorded.names,
      holds: recorded.holds,
      comebacks,
      rows: all,
      officer: cluster.responsibleOfficer?.name ?? null,
      mayReadTexts: mayDo(role, 'reminder:read-text'),
      knownAt,
      numbers: numberLetters(rows, words.letters, comebacks),
      bases: await this.readBases(caller, slug, cycles, words),
    };
    return {
      slug,
      clusterName: cluster.name,
      summary: answerOf(rows, cycles, words, all.length),
      period: { from: from ?? null, to: to ?? null },
      total: all.length,
      marking: markingOf(reading, all),
      seesNames: words.seesNames,
      stamp,
      cycles: presentCycles(cycles, reading, context),
      holds: presentHolds(context),
      letters: presentLetters(rows, context),
    };
  }

  private async readBases(
    { scope }: Caller,
    slug: string,
    cycles: readonly RecordedCycle[],
    words: RecordWords,
  ): Promise<RecordContext['bases']> {
    const bases: RecordContext['bases'] & Map<string, unknown> = new Map();
    // One after the other: a long record asks for a dozen, and others want the database too.
    for (const deadline of cycles.flatMap(({ deadlines }) => deadlines))
      bases.set(deadline.key, await this.basis.read(scope, slug, deadline, words));
    return bases;
  }
}

/** An acknowledgement that came after the recorded time had not been given then. */
function withoutLaterAnswer(row: ReminderListRow, knownAt: string | null): ReminderListRow {
  const isLater = knownAt !== null && row.acknowledgedAt !== null && new Date(row.acknowledgedAt) > new Date(knownAt);
  return isLater ? { ...row, acknowledgedAt: null } : row;
}

/** The sentence that answers: about the one deadline by its name, about several by their number. */
function answerOf(rows: readonly ReminderListRow[], cycles: readonly RecordedCycle[], words: RecordWords, total: number): string {
  const { t } = words;
  if (rows.length === 0) return t(total === 0 ? 'reminderRecord.summary.nothing' : 'reminderRecord.summary.nothingInPeriod');
  const deadlines = cycles.flatMap((cycle) => cycle.deadlines);
  const told = deadlines.filter((deadline) => warningsIn(deadline.rows).warned.length > 0);
  const about = t('reminderRecord.summary.deadlines', { count: told.length > 0 ? told.length : deadlines.length });
  return summaryOf(warningsIn(rows), about, words);
}

/** Example data prove nothing, and whoever holds the paper must see that. */
function markingOf(reading: ClusterReading, rows: readonly ReminderListRow[]): ReminderRecord['marking'] {
  if (reading.cluster.confidence === 'illustrative') return 'fictional';
  return isIllustrative(reading) || rows.some((row) => row.isIllustrative) ? 'illustrative' : null;
}
