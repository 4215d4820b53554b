import type { MigrationInterface, QueryRunner } from 'typeorm';
import { clustersAndProgrammes } from './facts/clusters-and-programmes.js';
import { factsOfACluster } from './facts/facts-of-a-cluster.js';
import { ledger, ledgerTriggers } from './facts/ledger.js';
import { partialDates } from './facts/partial-dates.js';
import { ruleTables } from './facts/rules.js';

/** Facts, rules and the ledger that records them. */
export class Facts1764072000000 implements MigrationInterface {
  name = 'Facts1764072000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const part of [partialDates, clustersAndProgrammes, factsOfACluster, ruleTables, ledger, ledgerTriggers]) {
      await queryRunner.query(part);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      drop table ledger, free_text, cluster_version, rules_version;
      drop table closed_day, reminder_step_rule, process_step_rule, figure_rule, renewal_window_rule, validity_rule;
      drop table correction_proposal, contact_note, record_confirmation, audit_booking, waiver, action_plan, award;
      drop table person_cluster_role, obligation, membership, programme, cluster, person;
      drop function record_fact, refuse_change, raise_cluster_version, raise_rules_version, ledger_image, salted_digest;
      drop function is_partial_date, partial_dates_ordered;
    `);
  }
}
