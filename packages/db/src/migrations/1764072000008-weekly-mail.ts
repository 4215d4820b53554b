import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The officers' weekly mail: one row per person and week is what keeps two workers from sending it twice. It is about no single cluster. */
export class WeeklyMail1764072000008 implements MigrationInterface {
  name = 'WeeklyMail1764072000008';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table message alter column cluster_id drop not null;

      create table weekly_mail (
        id uuid not null default gen_random_uuid(),
        week_on date not null,
        person_id uuid not null,
        state text not null default 'planned',
        sending_key uuid not null default gen_random_uuid(),
        attempts int not null default 0,
        claimed_at timestamptz,
        uncertain_at timestamptz,
        next_attempt_at timestamptz,
        failed_because text,
        message_id uuid,
        created_at timestamptz not null default now(),
        constraint weekly_mail_id primary key (id),
        constraint weekly_mail_once unique (person_id, week_on),
        constraint weekly_mail_state_known check (state in ('planned', 'sending', 'sent', 'uncertain', 'failed')),
        constraint weekly_mail_failed_with_reason check ((state = 'failed') = (failed_because is not null)),
        constraint weekly_mail_person foreign key (person_id) references person (id) on delete cascade,
        constraint weekly_mail_message foreign key (message_id) references message (id) on delete set null
      );
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      drop table weekly_mail;
      delete from message where cluster_id is null;
      alter table message alter column cluster_id set not null;
    `);
  }
}
