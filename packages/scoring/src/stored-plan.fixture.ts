import type { CalendarDate } from './calendar-date.js';
import type { ClusterFacts } from './facts.js';
import type { OpenTask } from './reminder-deadlines.js';
import type { ReminderHold } from './reminder-hold.js';
import { isReminderDue, planReminders, type PlanChange, type Recipient, type StoredReminder } from './reminder-plan.js';
import type { Rules } from './rules.js';

export type StoredRow = StoredReminder;

/** A stored plan in memory, as the database keeps it: keys are unique, changes are applied row by row. */
export class StoredPlan {
  rows: StoredRow[] = [];
  holds: ReminderHold[] = [];
  tasks: OpenTask[] = [];

  constructor(
    private readonly rules: Rules,
    private readonly recipients: readonly Recipient[],
  ) {}

  plan(facts: ClusterFacts, on: CalendarDate, recipients: readonly Recipient[] = this.recipients): PlanChange {
    const change = planReminders(facts, this.rules, { recipients, stored: this.rows, holds: this.holds, tasks: this.tasks }, on);
    for (const row of change.insert) {
      const isTaken = this.rows.some(
        (known) =>
          known.cycle === row.cycle &&
          known.event === row.event &&
          known.subject === row.subject &&
          known.offsetDays === row.offsetDays &&
          known.deadlineOn === row.deadlineOn &&
          known.personId === row.personId,
      );
      if (isTaken) throw new Error(`Row exists: ${row.event} ${row.offsetDays} ${row.deadlineOn}`);
      this.rows.push({ id: `reminder-${this.rows.length + 1}`, ...row });
    }
    for (const id of change.supersede) this.change(id, { state: 'superseded' });
    for (const id of change.reopen) this.change(id, { state: 'planned', suppressedBecause: null });
    for (const { id, because } of change.suppress) this.change(id, { state: 'suppressed', suppressedBecause: because });
    for (const id of change.acknowledge) this.change(id, { state: 'acknowledged' });
    for (const { id, ...to } of change.adjust) this.change(id, to);
    return change;
  }

  /** Sends everything that is due. */
  send(on: CalendarDate): StoredRow[] {
    const due = this.due(on);
    for (const row of due) this.change(row.id, { state: 'sent' });
    return due;
  }

  due(on: CalendarDate): StoredRow[] {
    return this.rows.filter((row) => isReminderDue(row, on));
  }

  private change(id: string, patch: Partial<StoredRow>): void {
    if (!this.rows.some((row) => row.id === id)) throw new Error(`No such row: ${id}`);
    this.rows = this.rows.map((row) => (row.id === id ? { ...row, ...patch } : row));
  }
}
