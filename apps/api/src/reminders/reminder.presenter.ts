import type { ReminderList } from '@klyngevagt/contracts';
import type { LatestRuns, ReminderListRow, ReminderSums } from '@klyngevagt/db';
import { addDays, type CalendarDate } from '@klyngevagt/scoring';
import type { Viewer } from '../portfolio/viewer.js';
import { ruleWords } from '../rules/rule-words.js';

type ReminderView = ReminderList['reminders'][number];
type Health = ReminderList['health'];

const soonDays = 30;
/** How late a run may be before silence is called: a little more than the longest pause between two. */
const silentAfterMs = 45 * 60_000;

export function presentReminder(row: ReminderListRow, on: CalendarDate, viewer: Pick<Viewer, 'language' | 'seesNames'>): ReminderView {
  return {
    id: row.id,
    slug: row.clusterSlug,
    clusterName: row.clusterName,
    event: row.event,
    offsetDays: row.offsetDays,
    deadlineOn: row.deadlineOn,
    dueOn: row.dueOn,
    about: ruleWords(viewer.language).reminderStep(row),
    role: row.role,
    recipient: viewer.seesNames ? row.personName : null,
    language: row.language,
    state: row.state,
    because: row.failedBecause ?? row.suppressedBecause,
    band: bandOf(row, on),
    sentAt: row.sentAt === null ? null : new Date(row.sentAt).toISOString(),
    attempts: row.attempts,
    illustrative: row.isIllustrative,
    fictional: row.isFictional,
  };
}

function bandOf({ state, dueOn }: ReminderListRow, on: CalendarDate): ReminderView['band'] {
  if (state === 'sent' || state === 'superseded' || state === 'suppressed') return 'closed';
  if (state === 'failed' || state === 'uncertain' || dueOn < on) return 'overdue';
  return dueOn <= addDays(on, soonDays) ? 'next-30-days' : 'later';
}

/** Whether reminders are looked after, and whether all of them are accounted for. */
export function presentHealth(runs: LatestRuns, sums: ReminderSums, now: Date): Health {
  const { last, lastFinished, lastReconciliation } = runs;
  const { total, sent, toCome, superseded, suppressed, failed, uncertain } = sums;
  const isReconciled = lastReconciliation?.error == null && lastReconciliation?.counts['addsUp'] !== 0;
  return {
    state: stateOf(runs, now),
    lastRunAt: last?.startedAt.toISOString() ?? null,
    nextRunAt: last?.nextRunAt?.toISOString() ?? null,
    lastSent: lastFinished?.counts['sent'] ?? 0,
    sums: { total, sent, toCome, superseded, suppressed, failed, uncertain },
    addsUp: total === sent + toCome + superseded + suppressed + failed + uncertain && isReconciled,
  };
}

function stateOf({ last, lastFinished }: LatestRuns, now: Date): Health['state'] {
  if (!last) return 'never-run';
  if (last.error !== null) return 'failing';
  const expectedAt = last.nextRunAt ?? lastFinished?.nextRunAt ?? null;
  const isLate = expectedAt !== null && now.getTime() - expectedAt.getTime() > silentAfterMs;
  const hangs = last.finishedAt === null && now.getTime() - last.startedAt.getTime() > silentAfterMs;
  return isLate || hangs ? 'silent' : 'running';
}
