import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A reminder keeps the mails that came back, also when it is sent anew. Not a fact: what an officer did is one (`reminder_action`). */
export class ReminderReturns1764072000037 implements MigrationInterface {
  name = 'ReminderReturns1764072000037';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table reminder_return (
        reminder_id uuid not null,
        sending_key uuid not null,
        returned_at timestamptz not null,
        by_id uuid,
        reason text,
        constraint reminder_return_id primary key (reminder_id, sending_key),
        constraint reminder_return_reminder foreign key (reminder_id) references reminder (id) on delete cascade,
        constraint reminder_return_by foreign key (by_id) references person (id) on delete set null
      );
      insert into reminder_return (reminder_id, sending_key, returned_at)
        select id, sending_key, failed_at from reminder
        where failed_because = 'bounced' and sending_key is not null and failed_at is not null;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table reminder_return');
  }
}
