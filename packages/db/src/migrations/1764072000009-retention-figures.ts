import type { MigrationInterface, QueryRunner } from 'typeorm';

const before = `'expiring-horizon-days', 'record-confirmation-max-age-months', 'reminder-repeat-from-move-days'`;

/** How many years things are kept are rules like every other figure. */
export class RetentionFigures1764072000009 implements MigrationInterface {
  name = 'RetentionFigures1764072000009';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table figure_rule drop constraint figure_rule_key_known;
      alter table figure_rule add constraint figure_rule_key_known check (key in (${before}, 'retention-person-years', 'retention-message-years'));
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table figure_rule disable trigger user;
      delete from figure_rule where key like 'retention-%';
      alter table figure_rule enable trigger user;
      alter table figure_rule drop constraint figure_rule_key_known;
      alter table figure_rule add constraint figure_rule_key_known check (key in (${before}));
    `);
  }
}
