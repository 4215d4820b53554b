import type { BodyOf } from '@klyngevagt/contracts';
import { ReminderRepository, type ReminderRequest } from '@klyngevagt/db';
import type { JobProducer } from '@klyngevagt/jobs';
import { Inject, Injectable } from '@nestjs/common';
import { actorOf, type Caller } from '../auth/caller.js';
import { Refusal } from '../http/refusal.js';
import { Jobs } from '../jobs.js';

/** What officers do to a single reminder. */
@Injectable()
export class ReminderRequestService {
  constructor(
    private readonly reminders: ReminderRepository,
    @Inject(Jobs) private readonly jobs: JobProducer,
  ) {}

  /** Marked in the database first: should the queue be away, the next run sends it. */
  async sendNow(caller: Caller, id: string, { reason }: BodyOf<'reminder.send'>): Promise<{ id: string }> {
    const isMarked = await this.reminders.requestSendNow(id, caller.scope, requestOf(caller, reason));
    if (!isMarked) throw new Refusal('conflict');
    await this.jobs.enqueue('send-reminder', { reminderId: id }).catch(() => undefined);
    return { id };
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
