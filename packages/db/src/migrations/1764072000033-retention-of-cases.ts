import type { MigrationInterface, QueryRunner } from 'typeorm';

const figuresBefore = `'expiring-horizon-days', 'record-confirmation-max-age-months', 'reminder-repeat-from-move-days', 'retention-person-years', 'retention-message-years', 'cure-period-months', 'retention-text-years', 'acknowledgement-pause-days'`;

/** What people wrote when they acknowledged, and what they wrote about a case, is kept for years of its own. */
export class RetentionOfCases1764072000033 implements MigrationInterface {
  name = 'RetentionOfCases1764072000033';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table figure_rule drop constraint figure_rule_key_known,
        add constraint figure_rule_key_known
          check (key in (${figuresBefore}, 'retention-acknowledgement-years', 'retention-case-text-years'));
      -- A new database gets them with its other rules.
      select set_config('klyngevagt.role', 'system', true), set_config('klyngevagt.request_id', 'migration', true);
      insert into figure_rule (key, value, effective_from, source, confidence, revision)
      select given.*, '2010-01-01', 'product-default', 'assumption', 1
      from (values ('retention-acknowledgement-years', 5), ('retention-case-text-years', 10)) as given (key, value)
      where exists (select 1 from figure_rule);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table figure_rule disable trigger user;
      delete from figure_rule where key in ('retention-acknowledgement-years', 'retention-case-text-years');
      alter table figure_rule enable trigger user;
      alter table figure_rule drop constraint figure_rule_key_known,
        add constraint figure_rule_key_known check (key in (${figuresBefore}));
    `);
  }
}
