import type { QueryOf, ReminderList, ReminderText } from '@klyngevagt/contracts';
import { ReminderRepository } from '@klyngevagt/db';
import { Injectable } from '@nestjs/common';
import type { Caller } from '../auth/caller.js';
import { Clock } from '../clock.js';
import { notFound } from '../http/refusal.js';
import { KnownTimes } from '../present/known-times.js';
import { viewerOf } from '../portfolio/viewer.js';
import { reminderAsKnown } from './reminder-as-known.js';
import { presentReminder } from './reminder.presenter.js';
import { ReminderComposer } from './reminder-composer.js';
import { ReminderHealthReader } from './reminder-health.js';

@Injectable()
export class ReminderService {
  constructor(
    private readonly reminders: ReminderRepository,
    private readonly health: ReminderHealthReader,
    private readonly composer: ReminderComposer,
    private readonly clock: Clock,
    private readonly knownTimes: KnownTimes,
  ) {}

  async list(caller: Caller, { on, known, cluster, state }: QueryOf<'reminder.list'>): Promise<ReminderList> {
    const knownAt = await this.knownTimes.read(known);
    const [today, rows, health, failedWeeklyMails] = await Promise.all([
      this.clock.today(),
      this.reminders.list({ scope: caller.scope, clusterSlug: cluster, state: knownAt === null ? state : undefined }),
      this.health.read(caller.scope),
      this.health.readFailedWeeklyMails(caller),
    ]);
    const day = on ?? today;
    const shown = rows.flatMap((row) => reminderAsKnown(row, knownAt)).filter((row) => state === undefined || row.state === state);
    const viewer = viewerOf(caller);
    return {
      on: day,
      today,
      reminders: shown.map((row) => presentReminder(row, day, viewer)),
      health,
      failedWeeklyMails,
    };
  }

  /** The very text: as it was sent, or as it would be sent now; in another language always as it would be now. */
  async readText(caller: Caller, id: string, { on, known, language }: QueryOf<'reminder.text'>): Promise<ReminderText> {
    const knownAt = await this.knownTimes.read(known);
    const [stored, today] = await Promise.all([this.reminders.readOne(id, caller.scope), this.clock.today()]);
    const [row] = reminderAsKnown(stored, knownAt);
    if (!row) throw notFound();
    const reminder = presentReminder(row, on ?? today, viewerOf(caller));
    const sent = await this.composer.readSent(row, caller.scope);
    if (sent && (language === undefined || language === sent.language)) {
      const { sentTo, subject, text, html, smtpAnswer } = sent;
      return { reminder, asSent: true, to: sentTo, subject, text, html, answer: smtpAnswer };
    }
    const { subject, text, html } = await this.composer.compose(row, caller.scope, language ?? row.language, { on, known });
    return { reminder, asSent: false, to: row.personEmail, subject, text, html, answer: null };
  }
}
