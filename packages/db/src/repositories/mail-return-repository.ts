import type { DataSource, EntityManager } from 'typeorm';
import { type Actor, recordAs } from '../actor.js';
import { insertFact } from '../edit.js';
import type { MailReturnEntity } from '../entities/mail-return.js';
import { ReminderActionEntity } from '../entities/reminder-action.js';
import { keepReturned } from '../reminder-returns.js';

export type MailReturn = Pick<MailReturnEntity, 'sendingKey' | 'kind' | 'status' | 'diagnostic'>;

/** `recorded`: it was told for the first time; `repeated`: it was known; `unknown`: nothing of ours was sent under that key. */
export type MailReturnOutcome = 'recorded' | 'repeated' | 'unknown';

/** What mail servers tell of mails that they had taken. */
export class MailReturnRepository {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Keeps what was told. A mail that was given up is a task for the officer of each cluster that it spoke of, as if they had said that it
   * came back, and the next in line is told. One that is still in hand or uncertain has been sent, since it came back.
   */
  async record(actor: Actor, source: string, told: MailReturn): Promise<MailReturnOutcome> {
    const recipientId = await this.readRecipient(told.sendingKey);
    if (recipientId === null) return 'unknown';
    return recordAs(this.dataSource, actor, async (manager) => {
      const { sendingKey, kind, status, diagnostic } = told;
      const added = (await manager.query(
        `insert into mail_return (sending_key, kind, person_id, status, diagnostic, received_at) values ($1, $2, $3, $4, $5, now())
         on conflict do nothing returning kind`,
        [sendingKey, kind, recipientId, status, diagnostic],
      )) as unknown[];
      if (added.length === 0) return 'repeated';
      if (kind === 'failed') await giveUp(manager, source, sendingKey);
      return 'recorded';
    });
  }

  /** Of whoever is erased nothing is kept any more. */
  private async readRecipient(sendingKey: string): Promise<string | null> {
    const [row] = (await this.dataSource.query(
      `select id from person where erased_at is null and id in (
         select person_id from reminder where sending_key = $1 union all select person_id from weekly_mail where sending_key = $1)`,
      [sendingKey],
    )) as { id: string }[];
    return row?.id ?? null;
  }
}

const isOut = `sending_key = $1 and state in ('sent', 'sending', 'uncertain')`;

async function giveUp(manager: EntityManager, source: string, sendingKey: string): Promise<void> {
  const [reminders] = (await manager.query(
    `update reminder set state = 'failed', failed_because = 'bounced', sent_at = null, claimed_at = null, next_attempt_at = null
     where ${isOut} returning id, cluster_id as "clusterId"`,
    [sendingKey],
  )) as [{ id: string; clusterId: string }[], number];
  await keepReturned(manager, reminders);
  for (const [clusterId, reminderId] of new Map(reminders.map(({ id, clusterId }) => [clusterId, id])))
    await insertFact(manager, ReminderActionEntity, { clusterId, reminderId, kind: 'bounce', source, confidence: 'sourced' });
  await manager.query(
    `update weekly_mail set state = 'failed', failed_because = 'bounced', claimed_at = null, next_attempt_at = null where ${isOut}`,
    [sendingKey],
  );
}
