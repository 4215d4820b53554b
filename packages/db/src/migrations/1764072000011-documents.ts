import type { MigrationInterface, QueryRunner } from 'typeorm';
import { factChecks, factColumns } from './facts/shared-columns.js';

/** Documents of the clusters and their versions. The bytes lie in the file storage. */
export class Documents1764072000011 implements MigrationInterface {
  name = 'Documents1764072000011';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(documents);
    await queryRunner.query(documentVersions);
    await queryRunner.query(recorded('document', 'title') + recorded('document_version', 'file_name,comment,decision_text'));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table document_version, document');
  }
}

const documents = `
create table document (
  ${factColumns},
  cluster_id uuid not null,
  subject_kind text not null,
  subject_id text not null,
  title text,
  due_on date,
  expires_on date,
  newest_version integer not null default 0,
  salt uuid default gen_random_uuid(),
  ${factChecks},
  constraint document_newest_version_not_negative check (newest_version >= 0),
  constraint document_title_salted check (title is null or salt is not null),
  constraint document_subject_given check (subject_id <> ''),
  constraint document_subject_kind_known check (subject_kind in ('cluster', 'case', 'milestone', 'award', 'indicator', 'plan')),
  constraint document_id primary key (id)
);
create index document_of_cluster on document (cluster_id);
alter table document add constraint document_cluster foreign key (cluster_id) references cluster(id);`;

const documentVersions = `
create table document_version (
  ${factColumns},
  cluster_id uuid not null,
  document_id uuid not null,
  number integer not null,
  file_name text,
  comment text,
  media_type text not null,
  size_bytes integer not null,
  sha256 text not null,
  stored_key uuid not null,
  uploaded_by_id uuid,
  uploaded_by_role text not null,
  decision text,
  decided_on date,
  decided_by_id uuid,
  decision_text text,
  salt uuid default gen_random_uuid(),
  constraint document_version_stored_key unique (stored_key),
  constraint document_version_once unique (document_id, number),
  ${factChecks},
  constraint document_version_salted check ((file_name is null and comment is null and decision_text is null) or salt is not null),
  constraint document_version_decided check ((decision is null) = (decided_on is null)),
  constraint document_version_decision_known check (decision in ('approved', 'returned')),
  constraint document_version_uploaded_by_known check (uploaded_by_role in ('officer', 'manager', 'administrator', 'system')),
  constraint document_version_sha256_form check (sha256 ~ '^[0-9a-f]{64}$'),
  constraint document_version_size_positive check (size_bytes > 0),
  constraint document_version_number_positive check (number >= 1),
  constraint document_version_id primary key (id)
);
create index document_version_of_cluster on document_version (cluster_id);
alter table document_version add constraint document_version_cluster foreign key (cluster_id) references cluster(id);
alter table document_version add constraint document_version_document foreign key (document_id) references document(id) on delete cascade;
alter table document_version add constraint document_version_uploaded_by foreign key (uploaded_by_id) references person(id) on delete set null;
alter table document_version add constraint document_version_decided_by foreign key (decided_by_id) references person(id) on delete set null;`;

function recorded(table: string, erasable: string): string {
  return `
create trigger recorded after insert or update or delete on ${table}
for each row execute function record_fact('cluster_id', '${erasable}');
create trigger never_truncated before truncate on ${table}
for each statement execute function refuse_change();`;
}
