import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was recorded in a period is asked for by the news and by the audit trail. */
export class LedgerByTime1764072000017 implements MigrationInterface {
  name = 'LedgerByTime1764072000017';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('create index ledger_by_time on ledger (recorded_at)');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop index ledger_by_time');
  }
}
