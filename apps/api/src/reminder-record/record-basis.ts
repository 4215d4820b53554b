import { type ReminderListRow, NotFoundError, type Scope } from '@klyngevagt/db';
import { formatExactInstant } from '@klyngevagt/messages';
import type { CalendarDate } from '@klyngevagt/scoring';
import { Injectable } from '@nestjs/common';
import { explain } from '../clusters/explanation.js';
import { copenhagenDate } from '../clock.js';
import { Refusal } from '../http/refusal.js';
import { type ClusterReading, DecisionReader } from '../portfolio/decision-reader.js';
import { type RecordedDeadline, time } from './record-deadlines.js';
import type { RecordWords } from './record-words.js';

export interface Basis {
  title: string;
  lines: { label: string; value: string }[];
}

/** Events whose day follows from the label itself; of the others the day is a fact of its own. */
const counted: readonly ReminderListRow['event'][] = ['booking', 'end', 'window-end'];

/** How the day of a deadline was counted, from what was recorded when notice of it was first sent. */
@Injectable()
export class RecordBasis {
  constructor(private readonly decisions: DecisionReader) {}

  /** Null where the day is not counted, notice was never sent, or what was known then can't be told. */
  async read(scope: Scope, slug: string, { event, rows }: RecordedDeadline, words: RecordWords): Promise<Basis | null> {
    const first = rows.filter(({ sentAt }) => sentAt !== null).sort((one, other) => time(one) - time(other))[0];
    if (first === undefined || !counted.includes(event)) return null;
    const known = new Date(time(first)).toISOString();
    const reading = await this.decisions.readCluster(scope, slug, { on: dayOf(first, words), known }).catch((error: unknown) => {
      // Nothing had been recorded by then, or somebody is still recording.
      if (error instanceof NotFoundError || error instanceof Refusal) return null;
      throw error;
    });
    if (reading === null) return null;
    const lines = linesOf(reading, words);
    const title = words.t('reminderRecord.basis.title', { at: formatExactInstant(known, words.language) });
    return lines.length === 0 ? null : { title, lines };
  }
}

/** The day on which it went out; a demonstration's day is another than that of the instant. */
function dayOf(row: ReminderListRow, { letters }: RecordWords): CalendarDate {
  return (row.messageId === null ? null : letters.get(row.messageId)?.sentOn) ?? copenhagenDate(new Date(time(row)));
}

function linesOf(reading: ClusterReading, { language }: RecordWords): Basis['lines'] {
  const { facts, arithmetic } = explain(reading, reading, language);
  const [label] = facts;
  const start = label ? [{ label: label.label, value: [label.value, label.note].filter(Boolean).join('. ') }] : [];
  return [...start, ...arithmetic.map(({ label: about, value }) => ({ label: about, value }))];
}
