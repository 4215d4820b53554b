import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A second kind of weekly mail, to whoever asked for it: nothing happened, and the watch is on. A part of a mail has a subject of its own. */
export class QuietMail1764072000027 implements MigrationInterface {
  name = 'QuietMail1764072000027';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table weekly_mail
        add column kind text not null default 'weekly',
        drop constraint weekly_mail_once,
        add constraint weekly_mail_once unique (person_id, week_on, kind),
        add constraint weekly_mail_kind_known check (kind in ('weekly', 'quiet'));
      alter table message_part add column subject text not null default '';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table message_part drop column subject;
      delete from weekly_mail where kind <> 'weekly';
      alter table weekly_mail drop constraint weekly_mail_once, drop column kind,
        add constraint weekly_mail_once unique (person_id, week_on);
    `);
  }
}
