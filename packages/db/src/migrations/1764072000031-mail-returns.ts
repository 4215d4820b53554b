import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What mail servers tell of mails hours after they took them. Not a fact: what follows from it is one (`reminder_action`). */
export class MailReturns1764072000031 implements MigrationInterface {
  name = 'MailReturns1764072000031';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table mail_return (
        sending_key uuid not null,
        kind text not null,
        person_id uuid not null,
        status text not null,
        diagnostic text not null,
        received_at timestamptz not null,
        constraint mail_return_id primary key (sending_key, kind),
        constraint mail_return_kind_known check (kind in ('failed', 'delayed')),
        constraint mail_return_person foreign key (person_id) references person (id) on delete cascade
      );
      create index mail_return_of_person on mail_return (person_id);
      create index weekly_mail_of_sending on weekly_mail (sending_key);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop index weekly_mail_of_sending; drop table mail_return');
  }
}
