import { RecordedTimeRepository } from '@klyngevagt/db';
import { isCalendarDate } from '@klyngevagt/scoring';
import { Injectable } from '@nestjs/common';
import { endOfCopenhagenDay } from '../clock.js';
import { Refusal } from '../http/refusal.js';

/** Recorded times that answers may rest on: those for which an answer is final. */
@Injectable()
export class KnownTimes {
  /** Once settled, always settled: the latest one that was asked about. */
  private settledTo = '';

  constructor(private readonly times: RecordedTimeRepository) {}

  /** The instant of a request's `known`; null for now. Refuses one that has not come, and one up to which somebody is still recording. */
  async read(known: string | undefined): Promise<string | null> {
    if (known === undefined) return null;
    const at = knownUntil(known);
    if (at <= this.settledTo) return at;
    const state = await this.times.stateOf(at);
    if (state === 'future') throw new Refusal('known-in-future');
    if (state === 'open') throw new Refusal('not-settled');
    if (at > this.settledTo) this.settledTo = at;
    return at;
  }

  /** The end of a day as a recorded time; null where it has not come yet. */
  async readEndOf(day: string): Promise<string | null> {
    try {
      return await this.read(day);
    } catch (error) {
      if (error instanceof Refusal && error.code === 'known-in-future') return null;
      throw error;
    }
  }
}

/**
 * A plain day stands for its end in Copenhagen. Instants keep their microseconds, which is what the ledger counts in, and are written in
 * UTC, so that the order of the texts is the order of the times.
 */
export function knownUntil(known: string): string {
  if (isCalendarDate(known)) return endOfCopenhagenDay(known);
  const fraction = /\.(\d+)/.exec(known)?.[1] ?? '';
  const whole = new Date(known.replace(/\.\d+/, '')).toISOString().slice(0, 19);
  return `${whole}.${fraction.padEnd(6, '0').slice(0, 6)}Z`;
}
