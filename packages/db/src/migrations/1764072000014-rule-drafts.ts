import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Changes of the rules that somebody tries out. A draft decides nothing: it is no fact and in no ledger until it is activated. */
export class RuleDrafts1764072000014 implements MigrationInterface {
  name = 'RuleDrafts1764072000014';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table rule_draft (
        id uuid not null default gen_random_uuid(),
        name text not null,
        changes jsonb not null default '[]',
        state text not null default 'open',
        revision integer not null,
        created_at timestamptz not null default now(),
        changed_at timestamptz not null default now(),
        changed_by_id uuid,
        constraint rule_draft_id primary key (id),
        constraint rule_draft_name_given check (btrim(name) <> ''),
        constraint rule_draft_state_known check (state in ('open', 'discarded', 'activated')),
        constraint rule_draft_changed_by foreign key (changed_by_id) references person (id) on delete set null
      );
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table rule_draft');
  }
}
