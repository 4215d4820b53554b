import type { MigrationInterface, QueryRunner } from 'typeorm';
import { factChecks, factColumns } from './facts/shared-columns.js';

const steps = `'gap-analysis', 'self-test', 'order', 'experts', 'documentation', 'submission', 'audit', 'report', 'decision', 'label'`;
const chainSteps = `'self-test', 'order', 'submission', 'audit', 'decision'`;
const owners = `'cluster', 'officer', 'assessor', 'eucles'`;
const figures = `'expiring-horizon-days', 'record-confirmation-max-age-months', 'reminder-repeat-from-move-days', 'retention-person-years', 'retention-message-years'`;

/** Cases of recertification with their milestones, the experts of an audit, and the whole process template. */
export class RecertificationCases1764072000010 implements MigrationInterface {
  name = 'RecertificationCases1764072000010';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(caseTables);
    await queryRunner.query(recorded('recertification_case', 'note'));
    await queryRunner.query(recorded('case_milestone', 'note'));
    await queryRunner.query(recorded('audit_expert', 'name'));
    await queryRunner.query(`
      alter table audit_booking drop constraint audit_booking_salted, drop column experts,
        add constraint audit_booking_salted check (place is null or salt is not null);
      create or replace trigger recorded after insert or update or delete on audit_booking
        for each row execute function record_fact('cluster_id', 'place');
    `);
    await queryRunner.query(templateColumns);
    await queryRunner.query(fillTemplate);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table process_step_rule disable trigger user;
      delete from process_step_rule where step not in (${chainSteps});
      alter table process_step_rule enable trigger user;
      alter table process_step_rule drop column owner, drop column "after",
        drop constraint process_step_rule_step_known, drop constraint process_step_rule_before_known,
        add constraint process_step_rule_step_known check (step in (${chainSteps})),
        add constraint process_step_rule_before_known check ("before" in ('anchor', 'decision', 'audit', 'order'));
      alter table figure_rule disable trigger user;
      delete from figure_rule where key = 'cure-period-months';
      alter table figure_rule enable trigger user;
      alter table figure_rule drop constraint figure_rule_key_known,
        add constraint figure_rule_key_known check (key in (${figures}));
      alter table audit_booking drop constraint audit_booking_salted, add column experts text,
        add constraint audit_booking_salted check ((experts is null and place is null) or salt is not null);
      create or replace trigger recorded after insert or update or delete on audit_booking
        for each row execute function record_fact('cluster_id', 'experts,place');
      drop table audit_expert, case_milestone, recertification_case;
    `);
  }
}

const caseTables = `
create table recertification_case (
  ${factColumns},
  cluster_id uuid not null,
  cycle text not null,
  level text not null,
  kind text not null,
  opened_on date not null,
  state text not null default 'open',
  decided_on date,
  award_id uuid,
  cure_ends_on date,
  note text,
  salt uuid default gen_random_uuid(),
  ${factChecks},
  constraint recertification_case_level_known check (level in ('bronze', 'silver', 'gold')),
  constraint recertification_case_kind_known check (kind in ('first', 'renewal')),
  constraint recertification_case_state_known check (state in ('open', 'awarded', 'failed', 'withdrawn', 'expired')),
  constraint recertification_case_decided check ((state = 'open') = (decided_on is null)),
  constraint recertification_case_award_given check ((state = 'awarded') = (award_id is not null)),
  constraint recertification_case_cure_of_failed check (cure_ends_on is null or state = 'failed'),
  constraint recertification_case_cure_order check (decided_on < cure_ends_on),
  constraint recertification_case_note_salted check (note is null or salt is not null),
  constraint recertification_case_once unique (cluster_id, cycle),
  constraint recertification_case_id primary key (id)
);
create index recertification_case_of_cluster on recertification_case (cluster_id);
alter table recertification_case add constraint recertification_case_cluster foreign key (cluster_id) references cluster(id);
alter table recertification_case add constraint recertification_case_award foreign key (award_id) references award(id);

create table case_milestone (
  ${factColumns},
  cluster_id uuid not null,
  case_id uuid not null,
  milestone text not null,
  planned_on date,
  done_on date,
  owner text,
  note text,
  salt uuid default gen_random_uuid(),
  ${factChecks},
  constraint case_milestone_known check (milestone in (${steps})),
  constraint case_milestone_owner_known check (owner in (${owners})),
  constraint case_milestone_note_salted check (note is null or salt is not null),
  constraint case_milestone_once unique (case_id, milestone),
  constraint case_milestone_id primary key (id)
);
create index case_milestone_of_cluster on case_milestone (cluster_id);
alter table case_milestone add constraint case_milestone_cluster foreign key (cluster_id) references cluster(id);
alter table case_milestone add constraint case_milestone_case foreign key (case_id) references recertification_case(id) on delete cascade;

create table audit_expert (
  ${factColumns},
  cluster_id uuid not null,
  booking_id uuid not null,
  name text,
  country text not null,
  has_conflict boolean not null,
  salt uuid default gen_random_uuid(),
  ${factChecks},
  constraint audit_expert_country_form check (country ~ '^[A-Z]{2}$'),
  constraint audit_expert_name_salted check (name is null or salt is not null),
  constraint audit_expert_id primary key (id)
);
create index audit_expert_of_booking on audit_expert (booking_id);
create index audit_expert_of_cluster on audit_expert (cluster_id);
alter table audit_expert add constraint audit_expert_cluster foreign key (cluster_id) references cluster(id);
alter table audit_expert add constraint audit_expert_booking foreign key (booking_id) references audit_booking(id) on delete cascade;
`;

function recorded(table: string, erasable: string): string {
  return `
    create trigger recorded after insert or update or delete on ${table}
      for each row execute function record_fact('cluster_id', '${erasable}');
    create trigger never_truncated before truncate on ${table} for each statement execute function refuse_change();`;
}

const templateColumns = `
alter table process_step_rule
  add column owner text not null default 'cluster',
  add column "after" text[] not null default '{}',
  drop constraint process_step_rule_step_known,
  drop constraint process_step_rule_before_known,
  add constraint process_step_rule_step_known check (step in (${steps})),
  add constraint process_step_rule_before_known check ("before" in ('anchor', 'decision', 'audit', 'order', 'submission', 'self-test')),
  add constraint process_step_rule_owner_known check (owner in (${owners})),
  add constraint process_step_rule_after_known check ("after" <@ array[${steps}]);
alter table figure_rule drop constraint figure_rule_key_known,
  add constraint figure_rule_key_known check (key in (${figures}, 'cure-period-months'));
`;

/** An installation that has rules already gets the steps that are new, marked as the assumptions they are. An empty one is seeded. */
const fillTemplate = `
select set_config('klyngevagt.role', 'system', true), set_config('klyngevagt.request_id', 'migration', true);
update process_step_rule set owner = given.owner, "after" = given.after, revision = revision + 1
from (values
  ('self-test', 'cluster', array['gap-analysis']),
  ('order', 'cluster', array['self-test']),
  ('submission', 'cluster', array['documentation', 'order']),
  ('audit', 'assessor', array['submission', 'experts']),
  ('decision', 'eucles', array['report'])
) as given (step, owner, after) where process_step_rule.step = given.step;
insert into process_step_rule (step, kind, "before", "offset", unit, lasts, owner, "after", effective_from, source, confidence, revision)
select given.step, kind, given.before, given.distance, given.unit, 0, given.owner, given.after, '2010-01-01', 'product-default', 'assumption', 1
from (select distinct kind from process_step_rule) as kinds cross join (values
  ('gap-analysis', 'self-test', 20, 'working-days', 'cluster', array[]::text[]),
  ('experts', 'audit', 30, 'calendar-days', 'assessor', array['order']),
  ('documentation', 'submission', 5, 'working-days', 'cluster', array['self-test']),
  ('report', 'decision', 14, 'calendar-days', 'assessor', array['audit']),
  ('label', 'anchor', 0, 'calendar-days', 'officer', array['decision'])
) as given (step, before, distance, unit, owner, after);
insert into figure_rule (key, value, effective_from, source, confidence, revision)
select 'cure-period-months', 6, '2010-01-01', 'product-default', 'assumption', 1 where exists (select 1 from figure_rule);
`;
