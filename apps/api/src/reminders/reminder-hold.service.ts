import type { BodyOf, QueryOf, ReminderHoldView, ResponseOf } from '@klyngevagt/contracts';
import { ClusterRepository, type HoldListRow, type NewHold, ReminderHoldRepository, ReminderRepository } from '@klyngevagt/db';
import { formatDate, ownSources } from '@klyngevagt/messages';
import { addDays, type CalendarDate } from '@klyngevagt/scoring';
import { Injectable } from '@nestjs/common';
import { actorOf, type Caller } from '../auth/caller.js';
import { mayDo, maySeeNames } from '../auth/permissions.js';
import { Refusal } from '../http/refusal.js';
import { KnownTimes } from '../present/known-times.js';

/** Longer than that is no pause but another rule. */
const longestDays = 366;

/** Officers hold reminders back for a while, and say why. */
@Injectable()
export class ReminderHoldService {
  constructor(
    private readonly holds: ReminderHoldRepository,
    private readonly reminders: ReminderRepository,
    private readonly clusters: ClusterRepository,
    private readonly knownTimes: KnownTimes,
  ) {}

  async list(caller: Caller, { on: asked, known, cluster }: QueryOf<'reminder-hold.list'>): Promise<ResponseOf<'reminder-hold.list'>> {
    const { today } = caller.present;
    const on = asked ?? today;
    const rows = await this.holds.list({ scope: caller.scope, on, known: await this.knownTimes.read(known), clusterSlug: cluster });
    return { on, today, holds: rows.map((row) => presentHold(row, caller, on)) };
  }

  async hold(caller: Caller, slug: string, body: BodyOf<'reminder-hold.hold'>): Promise<{ id: string }> {
    const { kind, reminderId, untilOn, reason } = body;
    const { today } = caller.present;
    if (untilOn < today) throw refused('in-the-past');
    const latest = addDays(today, longestDays);
    if (untilOn > latest) throw refused('plan-too-late', { date: formatDate(latest, caller.language) });
    const { id: clusterId } = await this.clusters.readCluster({ scope: caller.scope, slug });
    const reminder = reminderId === null ? null : await this.reminders.readOne(reminderId, caller.scope);
    if (reminder && reminder.clusterId !== clusterId) throw new Refusal('not-found');
    const about = reminder && { event: reminder.event, subject: reminder.subject, deadlineOn: reminder.deadlineOn };
    const hold: NewHold = {
      kind,
      clusterId,
      ...(about ?? { event: null, subject: null, deadlineOn: null }),
      fromOn: today,
      untilOn,
      personId: caller.personId,
      byRole: caller.role === 'administrator' ? 'administrator' : 'officer',
      note: reason,
      source: ownSources.officer,
      confidence: 'sourced',
    };
    const [saved] = await this.holds.hold(actorOf(caller, reason), caller.scope, [hold]);
    if (!saved) throw new Error('Nothing was held back');
    return { id: saved.id };
  }

  /** @throws Refusal `conflict`: it was over before */
  async end(caller: Caller, id: string, { reason }: BodyOf<'reminder-hold.end'>): Promise<{ id: string }> {
    const isEnded = await this.holds.end(actorOf(caller, reason), caller.scope, id, caller.present.today);
    if (!isEnded) throw new Refusal('conflict');
    return { id };
  }
}

function presentHold(row: HoldListRow, { role }: Caller, on: CalendarDate): ReminderHoldView {
  const { id, kind, event, deadlineOn, fromOn, untilOn, planOn, byRole } = row;
  const endedOn = row.endedOn !== null && row.endedOn <= on ? row.endedOn : null;
  return {
    id,
    slug: row.clusterSlug,
    clusterName: row.clusterName,
    kind,
    event,
    deadlineOn,
    fromOn,
    untilOn,
    planOn,
    by: maySeeNames(role) ? row.personName : null,
    byRole,
    note: mayDo(role, 'reminder:read-text') ? row.note : null,
    endedOn,
    isRunning: endedOn === null && untilOn >= on,
  };
}

const refused = (code: string, params: Record<string, string> = {}) => new Refusal('invalid-input', [{ field: 'untilOn', code, params }]);
