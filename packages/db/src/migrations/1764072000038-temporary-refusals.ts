import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A mail server that says "later" of a mail is counted apart from one that is away: only the first is taken at its word one day. */
export class TemporaryRefusals1764072000038 implements MigrationInterface {
  name = 'TemporaryRefusals1764072000038';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table reminder add column temporary_refusals int not null default 0;
      alter table weekly_mail add column temporary_refusals int not null default 0;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table weekly_mail drop column temporary_refusals;
      alter table reminder drop column temporary_refusals;
    `);
  }
}
