import type { MigrationInterface, QueryRunner } from 'typeorm';
import { factChecks, factColumns } from './facts/shared-columns.js';

/**
 * Plans are proposed, returned, accepted, refused or withdrawn, with steps of their own; waivers have an author and another person who
 * decides. Who recorded and who approved the waivers of before is told by the ledger. Columns that a fact did not have when it was
 * recorded are no change of it: they are filled without a row in the ledger.
 */
export class PlansAsWorkflow1764072000012 implements MigrationInterface {
  name = 'PlansAsWorkflow1764072000012';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(planColumns);
    await queryRunner.query(waiverColumns);
    await queryRunner.query(milestones);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      drop table plan_milestone;
      alter table waiver drop column proposed_on, drop column proposed_by_id, drop column decided_by_id, drop column closed_on, drop column closed_as;
      alter table action_plan drop column returned_on, drop column closed_as;
    `);
  }
}

const planColumns = `
alter table action_plan add column returned_on date, add column closed_as text;
alter table action_plan disable trigger user;
update action_plan set closed_as = case when accepted_on is null then 'refused' else 'withdrawn' end where closed_on is not null;
alter table action_plan enable trigger user;
alter table action_plan
  add constraint action_plan_closed_as_known check (closed_as in ('refused', 'withdrawn')),
  add constraint action_plan_closed_how check ((closed_on is null) = (closed_as is null)),
  add constraint action_plan_returned_order check (proposed_on <= returned_on),
  add constraint action_plan_returned_waits check (returned_on is null or accepted_on is null);
`;

const waiverColumns = `
alter table waiver
  add column proposed_on date,
  add column proposed_by_id uuid,
  add column decided_by_id uuid,
  add column closed_on date,
  add column closed_as text;
alter table waiver disable trigger user;
update waiver set
  proposed_on = least(approved_on, created_at::date),
  proposed_by_id = (
    select person.id from ledger join person on person.account_id = ledger.actor
    where entity = 'waiver' and row_id = waiver.id and before is null limit 1
  ),
  decided_by_id = (
    select person.id from ledger join person on person.account_id = ledger.actor
    where entity = 'waiver' and row_id = waiver.id and before ->> 'approved_on' is null and after ->> 'approved_on' is not null
    order by seq desc limit 1
  );
update waiver set decided_by_id = null where decided_by_id = proposed_by_id;
alter table waiver enable trigger user;
alter table waiver
  alter column proposed_on set not null,
  add constraint waiver_two_persons check (proposed_by_id <> decided_by_id),
  add constraint waiver_decided_once check (approved_on is null or closed_on is null),
  add constraint waiver_closed_as_known check (closed_as in ('refused', 'withdrawn')),
  add constraint waiver_closed_how check ((closed_on is null) = (closed_as is null)),
  add constraint waiver_approved_order check (proposed_on <= approved_on),
  add constraint waiver_closed_order check (proposed_on <= closed_on),
  add constraint waiver_proposed_by foreign key (proposed_by_id) references person (id) on delete set null,
  add constraint waiver_decided_by foreign key (decided_by_id) references person (id) on delete set null;
`;

const milestones = `
create table plan_milestone (
  ${factColumns},
  cluster_id uuid not null,
  plan_id uuid not null,
  text text,
  due_on date not null,
  done_on date,
  salt uuid default gen_random_uuid(),
  ${factChecks},
  constraint plan_milestone_text_salted check (text is null or salt is not null),
  constraint plan_milestone_id primary key (id),
  constraint plan_milestone_cluster foreign key (cluster_id) references cluster (id),
  constraint plan_milestone_plan foreign key (plan_id) references action_plan (id) on delete cascade
);
create index plan_milestone_of_cluster on plan_milestone (cluster_id);
create index plan_milestone_of_plan on plan_milestone (plan_id);
create trigger recorded after insert or update or delete on plan_milestone
for each row execute function record_fact('cluster_id', 'text');
create trigger never_truncated before truncate on plan_milestone
for each statement execute function refuse_change();
`;
