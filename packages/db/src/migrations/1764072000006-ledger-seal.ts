import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The chain of hashes over the ledger, beside it: writers of facts never meet it. */
export class LedgerSeal1764072000006 implements MigrationInterface {
  name = 'LedgerSeal1764072000006';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table ledger_seal (
        position bigint primary key,
        seq bigint not null unique,
        hash bytea not null,
        sealed_at timestamptz not null default clock_timestamp(),
        constraint ledger_seal_hash_whole check (length(hash) = 32)
      );
      create trigger ledger_seal_append_only before update or delete or truncate on ledger_seal
        for each statement execute function refuse_change();
      revoke update, delete, truncate on ledger_seal from public;

      -- Every row of a transaction before sealed_before is sealed. Rows up to moved_through came from another server, whose
      -- transaction numbers say nothing here: all of them are settled.
      create table ledger_sealing (
        is_only_row boolean primary key default true check (is_only_row),
        sealed_before xid8 not null,
        moved_through bigint not null,
        sealed_at timestamptz
      );
      insert into ledger_sealing (sealed_before, moved_through) values ('0', 0);

      create index ledger_of_transaction on ledger (transaction, seq);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop index ledger_of_transaction; drop table ledger_sealing, ledger_seal');
  }
}
