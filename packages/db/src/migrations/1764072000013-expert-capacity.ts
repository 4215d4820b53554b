import type { MigrationInterface, QueryRunner } from 'typeorm';
import { factChecks, factColumns } from './facts/shared-columns.js';

/** How many audits the experts can hold in a month: recorded like the rules, whose version it raises. */
export class ExpertCapacity1764072000013 implements MigrationInterface {
  name = 'ExpertCapacity1764072000013';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table expert_capacity (
        ${factColumns},
        is_standard boolean not null,
        month_on date,
        audits integer not null,
        ${factChecks},
        constraint expert_capacity_not_negative check (audits >= 0),
        constraint expert_capacity_first_of_month check (extract(day from month_on) = 1),
        constraint expert_capacity_standard_or_month check (is_standard = (month_on is null)),
        constraint expert_capacity_id primary key (id)
      );
      create unique index expert_capacity_standard on expert_capacity (is_standard) where is_standard;
      create unique index expert_capacity_of_month on expert_capacity (month_on);
      create trigger recorded after insert or update or delete on expert_capacity
        for each row execute function record_fact('rules', '');
      create trigger never_truncated before truncate on expert_capacity
        for each statement execute function refuse_change();
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table expert_capacity');
  }
}
