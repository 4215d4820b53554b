import type { BodyOf, QueryOf, ReminderList, ReminderText } from '@klyngevagt/contracts';
import { ReminderRepository, WorkerRunRepository } from '@klyngevagt/db';
import { type JobProducer } from '@klyngevagt/jobs';
import { Inject, Injectable } from '@nestjs/common';
import type { Caller } from '../auth/caller.js';
import { Clock } from '../clock.js';
import { Refusal } from '../http/refusal.js';
import { Jobs } from '../jobs.js';
import { viewerOf } from '../portfolio/viewer.js';
import { presentHealth, presentReminder } from './reminder.presenter.js';
import { ReminderComposer } from './reminder-composer.js';

@Injectable()
export class ReminderService {
  constructor(
    private readonly reminders: ReminderRepository,
    private readonly runs: WorkerRunRepository,
    private readonly composer: ReminderComposer,
    @Inject(Jobs) private readonly jobs: JobProducer,
    private readonly clock: Clock,
  ) {}

  async list(caller: Caller, { on, cluster, state }: QueryOf<'reminder.list'>): Promise<ReminderList> {
    const [today, rows, sums, runs] = await Promise.all([
      this.clock.today(),
      this.reminders.list({ scope: caller.scope, clusterSlug: cluster, state }),
      this.reminders.sums(caller.scope),
      this.runs.latest(),
    ]);
    const day = on ?? today;
    const viewer = viewerOf(caller);
    return {
      on: day,
      today,
      reminders: rows.map((row) => presentReminder(row, day, viewer)),
      health: presentHealth(runs, sums, this.clock.now()),
    };
  }

  /** The very text: as it was sent, or as it would be sent now; in another language always as it would be now. */
  async readText(caller: Caller, id: string, { language }: QueryOf<'reminder.text'>): Promise<ReminderText> {
    const [row, today] = await Promise.all([this.reminders.readOne(id, caller.scope), this.clock.today()]);
    const reminder = presentReminder(row, today, viewerOf(caller));
    const sent = await this.composer.readSent(row);
    if (sent && (language === undefined || language === sent.language)) {
      const { sentTo, subject, text, html, smtpAnswer } = sent;
      return { reminder, asSent: true, to: sentTo, subject, text, html, answer: smtpAnswer };
    }
    const { subject, text, html } = await this.composer.compose(row, caller.scope, language ?? row.language);
    return { reminder, asSent: false, to: row.personEmail, subject, text, html, answer: null };
  }

  /** Marked in the database first: should the queue be away, the next run sends it. */
  async sendNow(caller: Caller, id: string, { reason }: BodyOf<'reminder.send'>): Promise<{ id: string }> {
    const isMarked = await this.reminders.requestSendNow(id, caller.scope, { byPersonId: caller.personId, reason });
    if (!isMarked) throw new Refusal('conflict');
    await this.jobs.enqueue('send-reminder', { reminderId: id }).catch(() => undefined);
    return { id };
  }
}
