import type { MigrationInterface, QueryRunner } from 'typeorm';
import { factChecks, factColumns } from './facts/shared-columns.js';

/** Frameworks of indicators as versioned data, and what clusters and audits scored under them. */
export class Assessments1764072000015 implements MigrationInterface {
  name = 'Assessments1764072000015';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(frameworkTables);
    await queryRunner.query(assessmentTables);
    for (const [table, raises, erasable] of recordedTables) {
      await queryRunner.query(`
        create trigger recorded after insert or update or delete on ${table}
          for each row execute function record_fact('${raises}', '${erasable}');
        create trigger never_truncated before truncate on ${table} for each statement execute function refuse_change();`);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table assessment_remark, assessment_answer, assessment, framework_indicator, framework');
  }
}

const recordedTables = [
  ['framework', 'rules', ''],
  ['framework_indicator', 'rules', ''],
  ['assessment', 'cluster_id', ''],
  ['assessment_answer', 'cluster_id', 'comment'],
  ['assessment_remark', 'cluster_id', 'body'],
] as const;

const frameworkTables = `
create table framework (
  ${factColumns},
  level text not null,
  version text not null,
  state text not null default 'draft',
  effective_from date not null,
  effective_until date,
  dimensions jsonb not null,
  share_of_total double precision not null,
  binding_minimums text[],
  ${factChecks},
  constraint framework_level_known check (level in ('bronze', 'silver', 'gold')),
  constraint framework_state_known check (state in ('draft', 'active', 'retired')),
  constraint framework_version_given check (version <> ''),
  constraint framework_date_order check (effective_from <= effective_until),
  constraint framework_share_is_percent check (share_of_total between 0 and 100),
  constraint framework_once unique (level, version),
  constraint framework_id primary key (id)
);
create unique index framework_active_once on framework (level) where state = 'active';

create table framework_indicator (
  ${factColumns},
  framework_id uuid not null,
  position integer not null,
  code text not null,
  name_da text not null,
  name_en text not null,
  dimension text not null,
  measures_da text not null,
  measures_en text not null,
  scale jsonb not null,
  maximum double precision not null,
  minimum double precision,
  weight double precision not null,
  values_confidence text not null,
  ${factChecks},
  constraint framework_indicator_code_given check (code <> ''),
  constraint framework_indicator_maximum_positive check (maximum > 0),
  constraint framework_indicator_minimum_within check (minimum between 0 and maximum),
  constraint framework_indicator_weight_not_negative check (weight >= 0),
  constraint framework_indicator_values_confidence_known check (values_confidence in ('sourced', 'partly', 'assumption', 'illustrative')),
  constraint framework_indicator_once unique (framework_id, code),
  constraint framework_indicator_id primary key (id)
);
alter table framework_indicator add constraint framework_indicator_framework
  foreign key (framework_id) references framework(id) on delete cascade;
`;

const assessmentTables = `
create table assessment (
  ${factColumns},
  cluster_id uuid not null,
  framework_id uuid not null,
  case_id uuid,
  kind text not null,
  round integer not null,
  state text not null default 'draft',
  started_on date not null,
  submitted_on date,
  closed_on date,
  ${factChecks},
  constraint assessment_kind_known check (kind in ('self-test', 'expert-a', 'expert-b', 'agreed')),
  constraint assessment_state_known check (state in ('draft', 'submitted', 'returned', 'closed', 'reopened')),
  constraint assessment_round_positive check (round > 0),
  constraint assessment_submitted check (state in ('draft', 'reopened') or submitted_on is not null),
  constraint assessment_closed check ((state = 'closed') = (closed_on is not null)),
  constraint assessment_once unique (cluster_id, kind, round),
  constraint assessment_id primary key (id)
);
create index assessment_of_cluster on assessment (cluster_id);
create index assessment_of_framework on assessment (framework_id);
alter table assessment add constraint assessment_cluster foreign key (cluster_id) references cluster(id);
alter table assessment add constraint assessment_framework foreign key (framework_id) references framework(id);

create table assessment_answer (
  ${factColumns},
  assessment_id uuid not null,
  cluster_id uuid not null,
  indicator text not null,
  score double precision,
  is_to_confirm boolean not null default false,
  comment text,
  salt uuid default gen_random_uuid(),
  ${factChecks},
  constraint assessment_answer_score_not_negative check (score >= 0),
  constraint assessment_answer_confirms_score check (not is_to_confirm or score is not null),
  constraint assessment_answer_salted check (comment is null or salt is not null),
  constraint assessment_answer_once unique (assessment_id, indicator),
  constraint assessment_answer_id primary key (id)
);
create index assessment_answer_of_cluster on assessment_answer (cluster_id);
alter table assessment_answer add constraint assessment_answer_assessment
  foreign key (assessment_id) references assessment(id) on delete cascade;
alter table assessment_answer add constraint assessment_answer_cluster foreign key (cluster_id) references cluster(id);

create table assessment_remark (
  ${factColumns},
  assessment_id uuid not null,
  cluster_id uuid not null,
  indicator text not null,
  given_on date not null,
  is_open boolean not null default true,
  body text,
  salt uuid default gen_random_uuid(),
  ${factChecks},
  constraint assessment_remark_salted check (body is null or salt is not null),
  constraint assessment_remark_id primary key (id)
);
create index assessment_remark_of_assessment on assessment_remark (assessment_id);
create index assessment_remark_of_cluster on assessment_remark (cluster_id);
alter table assessment_remark add constraint assessment_remark_assessment
  foreign key (assessment_id) references assessment(id) on delete cascade;
alter table assessment_remark add constraint assessment_remark_cluster foreign key (cluster_id) references cluster(id);
`;
