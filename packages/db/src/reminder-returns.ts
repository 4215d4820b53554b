import type { EntityManager } from 'typeorm';
import type { ReminderReturnEntity } from './entities/reminder-return.js';

/** Keeps with each reminder that the mail which told of it last came back: sent anew, it gets another mail. */
export async function keepReturned(
  manager: EntityManager,
  reminders: readonly { id: string }[],
  { byId, reason }: Pick<ReminderReturnEntity, 'byId' | 'reason'> = { byId: null, reason: null },
): Promise<void> {
  if (reminders.length === 0) return;
  await manager.query(
    `insert into reminder_return (reminder_id, sending_key, returned_at, by_id, reason)
     select id, sending_key, clock_timestamp(), $2, $3 from reminder where id = any($1::uuid[]) and sending_key is not null
     on conflict do nothing`,
    [reminders.map(({ id }) => id), byId, reason],
  );
}
