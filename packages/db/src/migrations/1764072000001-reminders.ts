import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The plan of reminders, the mails that were sent, the worker's runs and the demo clock. None of them is a fact, so none is in the
 * ledger; reminders have a version of their own, so that open pages follow.
 */
export class Reminders1764072000001 implements MigrationInterface {
  name = 'Reminders1764072000001';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(tables);
    await queryRunner.query(version);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      drop table reminder, message, worker_run, demo_clock, reminder_version;
      drop function raise_reminder_version();
    `);
  }
}

const tables = `
create table message (
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  cluster_id uuid not null,
  language text not null,
  sent_to text not null,
  subject text not null,
  text text not null,
  html text not null,
  message_id_header text not null,
  smtp_answer text not null,
  is_possible_repeat boolean not null default false,
  sent_at timestamptz not null,
  constraint message_header unique (message_id_header),
  constraint message_language_known check (language in ('da', 'en')),
  constraint message_id primary key (id),
  constraint message_person foreign key (person_id) references person(id) on delete cascade,
  constraint message_cluster foreign key (cluster_id) references cluster(id) on delete cascade
);
create index message_of_person on message (person_id);

create table reminder (
  id uuid not null default gen_random_uuid(),
  cluster_id uuid not null,
  cycle text not null,
  event text not null,
  offset_days int not null,
  deadline_on date not null,
  person_id uuid not null,
  role text not null,
  due_on date not null,
  state text not null,
  suppressed_because text,
  superseded_at timestamptz,
  claimed_at timestamptz,
  uncertain_at timestamptz,
  sending_key uuid,
  sent_at timestamptz,
  attempts int not null default 0,
  next_attempt_at timestamptz,
  failed_because text,
  message_id uuid,
  requested_at timestamptz,
  requested_by_id uuid,
  request_reason text,
  created_at timestamptz not null default now(),
  constraint reminder_key unique (cluster_id, cycle, event, offset_days, deadline_on, person_id),
  constraint reminder_event_known check (event in ('booking', 'end', 'window-end')),
  constraint reminder_role_known check (role in ('manager', 'chair', 'officer')),
  constraint reminder_state_known check (state in ('planned', 'sending', 'sent', 'uncertain', 'superseded', 'suppressed', 'failed')),
  constraint reminder_suppressed_with_reason check ((state = 'suppressed') = (suppressed_because is not null)),
  constraint reminder_failed_with_reason check ((state = 'failed') = (failed_because is not null)),
  constraint reminder_sent_with_instant check ((state = 'sent') = (sent_at is not null)),
  constraint reminder_id primary key (id),
  constraint reminder_cluster foreign key (cluster_id) references cluster(id) on delete cascade,
  constraint reminder_person foreign key (person_id) references person(id) on delete cascade,
  constraint reminder_requested_by foreign key (requested_by_id) references person(id) on delete set null,
  constraint reminder_message foreign key (message_id) references message(id) on delete set null
);
create index reminder_due on reminder (due_on) where state in ('planned', 'sending', 'uncertain');
create index reminder_of_message on reminder (message_id);

create table worker_run (
  id uuid not null default gen_random_uuid(),
  kind text not null,
  "on" date not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  counts jsonb not null default '{}',
  next_run_at timestamptz,
  error text,
  constraint worker_run_kind_known check (kind in ('plan', 'send', 'reconcile')),
  constraint worker_run_id primary key (id)
);
create index worker_run_latest on worker_run (kind, started_at);

create table demo_clock (
  id boolean not null default true,
  today date,
  constraint demo_clock_single check (id),
  constraint demo_clock_id primary key (id)
);
insert into demo_clock (id) values (true);
`;

const version = `
create table reminder_version (
  is_only_row boolean primary key default true check (is_only_row),
  version bigint not null
);
insert into reminder_version (version) values (0);

-- "of" tells listeners that no fact changed: a plan that follows its own changes would never rest.
create function raise_reminder_version() returns trigger language plpgsql as $$
declare
  raised bigint;
begin
  update reminder_version set version = version + 1 returning version into raised;
  perform pg_notify('klyngevagt_changes', json_build_object('clusterId', null, 'version', raised, 'of', 'reminders')::text);
  return null;
end
$$;

create trigger reminder_version after insert or update or delete on reminder
  for each statement execute function raise_reminder_version();
create trigger demo_clock_version after update on demo_clock
  for each statement execute function raise_reminder_version();
`;
