import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A link acknowledges once for each cluster that its mail is about, and the mail is found by its key. Somebody who is away is away once:
 * two absences at a time would tell two people in the place of one.
 */
export class Acknowledgements1764072000026 implements MigrationInterface {
  name = 'Acknowledgements1764072000026';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table reminder_hold
        drop constraint reminder_hold_via_once,
        add constraint reminder_hold_via_once unique (via_key, cluster_id, event, subject, deadline_on);
      create index reminder_of_sending on reminder (sending_key) where sending_key is not null;
      alter table person_absence
        add constraint person_absence_one_at_a_time exclude using gist (person_id with =, daterange(starts_on, ends_on, '[]') with &&);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table person_absence drop constraint person_absence_one_at_a_time;
      drop index reminder_of_sending;
      alter table reminder_hold
        drop constraint reminder_hold_via_once,
        add constraint reminder_hold_via_once unique (via_key, event, subject, deadline_on);
    `);
  }
}
