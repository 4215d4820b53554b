import type { ReminderList } from '@klyngevagt/contracts';
import type { ReminderListRow } from '@klyngevagt/db';
import { addDays, type CalendarDate, type ReminderState } from '@klyngevagt/scoring';
import type { Viewer } from '../portfolio/viewer.js';
import { reminderAbout } from './reminder-about.js';

type ReminderView = ReminderList['reminders'][number];

const soonDays = 30;
const closedStates: readonly ReminderState[] = ['sent', 'superseded', 'suppressed', 'acknowledged'];

export function presentReminder(row: ReminderListRow, on: CalendarDate, viewer: Pick<Viewer, 'language' | 'seesNames'>): ReminderView {
  return {
    id: row.id,
    slug: row.clusterSlug,
    clusterName: row.clusterName,
    event: row.event,
    offsetDays: row.offsetDays,
    deadlineOn: row.deadlineOn,
    dueOn: row.dueOn,
    // What somebody called a document or a recommendation is for those who may read it.
    about: reminderAbout(row, viewer.seesNames ? row.subjectTitle : null, viewer.language),
    role: row.role,
    recipient: viewer.seesNames ? row.personName : null,
    isStandIn: row.standsInForId !== null,
    escalatedFrom: row.escalatedFrom,
    urgency: row.urgency,
    channel: row.channel,
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
  if (closedStates.includes(state)) return 'closed';
  if (state === 'failed' || state === 'uncertain' || dueOn < on) return 'overdue';
  return dueOn <= addDays(on, soonDays) ? 'next-30-days' : 'later';
}
