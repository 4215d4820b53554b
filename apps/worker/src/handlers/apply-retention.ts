import { NotFoundError, systemActor } from '@klyngevagt/db';
import type { JobHandlers } from '@klyngevagt/jobs';
import { addMonths, type CalendarDate, type FigureKey, figureOn, type Rules } from '@klyngevagt/scoring';
import type { Counts } from '../planning.js';
import { recordedRun } from '../recorded-run.js';
import type { WorkerContext } from '../worker-context.js';

/** Stands in the ledger as the reason, and is itself erased when its years are over. */
const reason = 'Opbevaringstiden er gået';

export function applyRetention(context: WorkerContext): JobHandlers['apply-retention'] {
  return async () => retain(context, await context.clock.today());
}

/**
 * Erases what has outlived its years, one kind after the other. Years that nobody has set erase nothing. Broken off, the next night goes on
 * where this one ended; what it had erased by then stands in the ledger person by person, and in its sums.
 */
export async function retain(context: WorkerContext, on: CalendarDate): Promise<Counts> {
  const { retention, rules: rulesRepository } = context;
  return recordedRun(context, 'retention', on, async () => {
    const { rules } = await rulesRepository.readRules();
    const actor = systemActor(`retention-${on}`, reason);
    const erased = { people: 0, mails: 0, texts: 0 };
    try {
      const mailsBefore = beginOfYears(rules, 'retention-message-years', on);
      if (mailsBefore) erased.mails = await retention.eraseMailsBefore(mailsBefore);
      const textsBefore = beginOfYears(rules, 'retention-text-years', on);
      // Without a reason: it would be a text itself.
      const silent = systemActor(actor.requestId);
      if (textsBefore) erased.texts = await retention.eraseTextsBefore(silent, textsBefore);
      const holdsBefore = beginOfYears(rules, 'retention-acknowledgement-years', on);
      if (holdsBefore) erased.texts += await retention.eraseHoldNotesBefore(silent, holdsBefore);
      const casesBefore = beginOfYears(rules, 'retention-case-text-years', on);
      if (casesBefore) erased.texts += await retention.eraseCaseTextsBefore(silent, casesBefore);
      const peopleBefore = beginOfYears(rules, 'retention-person-years', on);
      if (peopleBefore) await erasePeople(context, peopleBefore, on, () => (erased.people += 1));
    } finally {
      if (erased.people + erased.mails + erased.texts > 0) await retention.record(actor, on, erased);
    }
    return { ...erased, signIns: await retention.forgetSignIns(new Date()) };
  });
}

async function erasePeople(context: WorkerContext, before: CalendarDate, on: CalendarDate, onErased: () => void): Promise<void> {
  for (const id of await context.retention.readPeopleWithoutRoleSince(before)) {
    if (context.stopping.aborted) return;
    try {
      await context.people.erase(systemActor(`retention-${on}`, reason), id, on);
      onErased();
    } catch (error) {
      // Somebody else erased the person meanwhile.
      if (!(error instanceof NotFoundError)) throw error;
    }
  }
}

/** What lies before this day is older than its years; null: nobody has said how many. */
function beginOfYears(rules: Rules, key: FigureKey, on: CalendarDate): CalendarDate | null {
  const years = figureOn(rules, key, on);
  return years === null ? null : addMonths(on, -12 * years.value);
}
