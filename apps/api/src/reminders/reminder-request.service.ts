import type { BodyOf, ResponseOf } from '@klyngevagt/contracts';
import { ReminderRepository, type ReminderRequest } from '@klyngevagt/db';
import { Injectable } from '@nestjs/common';
import { actorOf, type Caller } from '../auth/caller.js';
import { Refusal } from '../http/refusal.js';
import { WakeWorker } from '../wake-worker.js';

/** What officers do to a single reminder. */
@Injectable()
export class ReminderRequestService {
  constructor(
    private readonly reminders: ReminderRepository,
    private readonly wakeWorker: WakeWorker,
  ) {}

  /** Marked in the database first: should the queue be away, the next run sends it. */
  async sendNow(caller: Caller, id: string, { reason }: BodyOf<'reminder.send'>): Promise<ResponseOf<'reminder.send'>> {
    const isMarked = await this.reminders.requestSendNow(id, caller.scope, requestOf(caller, reason));
    if (!isMarked) throw new Refusal('conflict');
    return { id, ...(await this.wakeWorker.for('send-reminder', { reminderId: id })) };
  }

  /** The mail came back: the next in line is told with the next run. */
  async recordBounce(caller: Caller, id: string, { reason }: BodyOf<'reminder.bounce'>): Promise<{ id: string }> {
    if (!(await this.reminders.recordBounce(id, caller.scope, requestOf(caller, reason)))) throw new Refusal('conflict');
    return { id };
  }
}

function requestOf(caller: Caller, reason: string): ReminderRequest {
  return { byPersonId: caller.personId, reason, actor: actorOf(caller, reason) };
}
