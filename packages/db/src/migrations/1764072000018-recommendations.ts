import type { MigrationInterface, QueryRunner } from 'typeorm';
import { factChecks, factColumns } from './facts/shared-columns.js';

/** What audits advise clusters to do, and how it is followed up. */
export class Recommendations1764072000018 implements MigrationInterface {
  name = 'Recommendations1764072000018';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(tables);
    for (const [table, erasable] of recordedTables) {
      await queryRunner.query(`
        create trigger recorded after insert or update or delete on ${table}
          for each row execute function record_fact('cluster_id', '${erasable}');
        create trigger never_truncated before truncate on ${table} for each statement execute function refuse_change();`);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table recommendation_note, recommendation');
  }
}

const recordedTables = [
  ['recommendation', 'text'],
  ['recommendation_note', 'body'],
] as const;

const tables = `
create table recommendation (
  ${factColumns},
  cluster_id uuid not null,
  case_id uuid,
  assessment_id uuid,
  given_on date not null,
  indicators text[] not null,
  owner text not null,
  due_on date,
  state text not null default 'open',
  reported_on date,
  closed_on date,
  text text,
  salt uuid default gen_random_uuid(),
  ${factChecks},
  constraint recommendation_state_known check (state in ('open', 'reported', 'done', 'dropped')),
  constraint recommendation_owner_known check (owner in ('cluster', 'officer')),
  constraint recommendation_closed check ((state in ('done', 'dropped')) = (closed_on is not null)),
  constraint recommendation_reported check (state <> 'reported' or reported_on is not null),
  constraint recommendation_text_salted check (text is null or salt is not null),
  constraint recommendation_id primary key (id)
);
create index recommendation_of_cluster on recommendation (cluster_id);
alter table recommendation add constraint recommendation_cluster foreign key (cluster_id) references cluster(id);
alter table recommendation add constraint recommendation_case
  foreign key (case_id) references recertification_case(id) on delete set null;
alter table recommendation add constraint recommendation_assessment
  foreign key (assessment_id) references assessment(id) on delete set null;

create table recommendation_note (
  ${factColumns},
  cluster_id uuid not null,
  recommendation_id uuid not null,
  noted_on date not null,
  by_role text not null,
  body text,
  salt uuid default gen_random_uuid(),
  ${factChecks},
  constraint recommendation_note_role_known check (by_role in ('administrator', 'officer', 'manager')),
  constraint recommendation_note_salted check (body is null or salt is not null),
  constraint recommendation_note_id primary key (id)
);
create index recommendation_note_of_recommendation on recommendation_note (recommendation_id);
create index recommendation_note_of_cluster on recommendation_note (cluster_id);
alter table recommendation_note add constraint recommendation_note_cluster foreign key (cluster_id) references cluster(id);
alter table recommendation_note add constraint recommendation_note_recommendation
  foreign key (recommendation_id) references recommendation(id) on delete cascade;
`;
