import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A name for tables where the full one is too long. */
export class ShortNames1764072000005 implements MigrationInterface {
  name = 'ShortNames1764072000005';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `alter table cluster add column short_name text, add constraint cluster_short_name_given check (btrim(short_name) <> '')`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('alter table cluster drop column short_name');
  }
}
