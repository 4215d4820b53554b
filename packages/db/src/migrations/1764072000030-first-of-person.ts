import type { MigrationInterface, QueryRunner } from 'typeorm';

/** With thousands of reminders due, the next ones and the first of a person are found without looking at all of them. */
export class FirstOfPerson1764072000030 implements MigrationInterface {
  name = 'FirstOfPerson1764072000030';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP INDEX "public"."reminder_due"`);
    await queryRunner.query(
      `CREATE INDEX "reminder_due" ON "reminder" ("due_on", "id") WHERE state in ('planned', 'sending', 'uncertain')`,
    );
    await queryRunner.query(
      `CREATE INDEX "reminder_first_of_person" ON "reminder" ("person_id", "state", "id") WHERE state in ('planned', 'uncertain')`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP INDEX "public"."reminder_first_of_person"`);
    await queryRunner.query(`DROP INDEX "public"."reminder_due"`);
    await queryRunner.query(`CREATE INDEX "reminder_due" ON "reminder" ("due_on") WHERE state in ('planned', 'sending', 'uncertain')`);
  }
}
