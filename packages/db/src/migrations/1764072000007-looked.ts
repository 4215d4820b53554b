import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What each account has looked at, and since when a reminder has failed: both for "since you last looked". What was looked at is account
 * data, not a fact: it is in no ledger and goes with the account.
 */
export class Looked1764072000007 implements MigrationInterface {
  name = 'Looked1764072000007';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table account_looked (
        account_id uuid not null references account_user (id) on delete cascade,
        looked_at timestamptz not null,
        looked_on date not null,
        constraint account_looked_id primary key (account_id)
      );

      alter table reminder add column failed_at timestamptz;
      update reminder set failed_at = now() where state = 'failed';
      create function note_failure() returns trigger language plpgsql as $$
      begin
        new.failed_at := case when new.state = 'failed' then clock_timestamp() end;
        return new;
      end
      $$;
      create trigger reminder_failure before update on reminder for each row
        when (old.state <> new.state and 'failed' in (old.state, new.state)) execute function note_failure();
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      drop trigger reminder_failure on reminder;
      drop function note_failure;
      alter table reminder drop column failed_at;
      drop table account_looked;
    `);
  }
}
