import type { MigrationInterface, QueryRunner } from 'typeorm';
import { factChecks, factColumns } from './facts/shared-columns.js';

/** What officers do to single reminders stands in the ledger: sent at once, or told that the mail came back. */
export class ReminderActions1764072000028 implements MigrationInterface {
  name = 'ReminderActions1764072000028';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table reminder_action (
        ${factColumns},
        cluster_id uuid not null,
        reminder_id uuid not null,
        kind text not null,
        ${factChecks},
        constraint reminder_action_kind_known check (kind in ('resend', 'bounce')),
        constraint reminder_action_id primary key (id)
      );
      create index reminder_action_of_reminder on reminder_action (reminder_id);
      create index reminder_action_of_cluster on reminder_action (cluster_id);
      alter table reminder_action add constraint reminder_action_cluster foreign key (cluster_id) references cluster(id);
      create trigger recorded after insert or update or delete on reminder_action
        for each row execute function record_fact('cluster_id', '');
      create trigger never_truncated before truncate on reminder_action for each statement execute function refuse_change();
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table reminder_action');
  }
}
