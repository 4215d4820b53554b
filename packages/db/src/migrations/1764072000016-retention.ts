import type { MigrationInterface, QueryRunner } from 'typeorm';

const figuresBefore = `'expiring-horizon-days', 'record-confirmation-max-age-months', 'reminder-repeat-from-move-days', 'retention-person-years', 'retention-message-years', 'cure-period-months'`;

/**
 * What has outlived its years is erased every day: how much, when and by whom stands in the ledger. A mail that was erased stays as a mail
 * that was sent, without address and text.
 */
export class Retention1764072000016 implements MigrationInterface {
  name = 'Retention1764072000016';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table figure_rule drop constraint figure_rule_key_known,
        add constraint figure_rule_key_known check (key in (${figuresBefore}, 'retention-text-years'));
      alter table worker_run drop constraint worker_run_kind_known,
        add constraint worker_run_kind_known check (kind in ('plan', 'send', 'reconcile', 'retention'));
      alter table message add column erased_at timestamptz,
        add constraint message_erased_empty
          check (erased_at is null or (sent_to = '' and subject = '' and text = '' and html = '' and smtp_answer = ''));

      create table retention_run (
        id uuid not null default gen_random_uuid(),
        ran_on date not null,
        people integer not null,
        mails integer not null,
        texts integer not null,
        created_at timestamptz not null default now(),
        constraint retention_run_id primary key (id),
        constraint retention_run_not_negative check (people >= 0 and mails >= 0 and texts >= 0)
      );
      -- No cluster and no rule changes by it: nobody's version rises.
      create trigger recorded after insert or update or delete on retention_run
      for each row execute function record_fact('person', '');
      create trigger never_truncated before truncate on retention_run
      for each statement execute function refuse_change();
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      drop table retention_run;
      alter table message drop constraint message_erased_empty, drop column erased_at;
      delete from worker_run where kind = 'retention';
      alter table worker_run drop constraint worker_run_kind_known,
        add constraint worker_run_kind_known check (kind in ('plan', 'send', 'reconcile'));
      alter table figure_rule disable trigger user;
      delete from figure_rule where key = 'retention-text-years';
      alter table figure_rule enable trigger user;
      alter table figure_rule drop constraint figure_rule_key_known,
        add constraint figure_rule_key_known check (key in (${figuresBefore}));
    `);
  }
}
