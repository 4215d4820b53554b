import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Addresses of other systems that are told what happened, what was told to each, and what became of it. */
export class Webhooks1764072000020 implements MigrationInterface {
  name = 'Webhooks1764072000020';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(tables);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table webhook_delivery, webhook_told_version, webhook_secret, webhook_endpoint');
  }
}

const tables = `
create table webhook_endpoint (
  id uuid not null default gen_random_uuid(),
  name text not null,
  url text not null,
  events jsonb not null,
  programme_id uuid,
  cluster_ids uuid[],
  is_active boolean not null default true,
  switched_off_because text,
  secret_changed_at timestamptz not null default now(),
  created_by_id uuid,
  salt uuid not null default gen_random_uuid(),
  revision integer not null,
  created_at timestamptz not null default now(),
  constraint webhook_endpoint_id primary key (id),
  constraint webhook_endpoint_events_known
    check (events <> '{}' and events - array['cluster.changed', 'reminder.sent', 'reminder.failed'] = '{}'),
  constraint webhook_endpoint_one_scope check (programme_id is null or cluster_ids is null),
  constraint webhook_endpoint_clusters_given check (cluster_ids <> '{}'),
  constraint webhook_endpoint_switched_off check ((switched_off_because is not null) = (not is_active)),
  constraint webhook_endpoint_switched_off_known check (switched_off_because in ('person', 'gone')),
  constraint webhook_endpoint_programme foreign key (programme_id) references programme (id),
  constraint webhook_endpoint_created_by foreign key (created_by_id) references person (id) on delete set null
);
create index webhook_endpoint_of_programme on webhook_endpoint (programme_id);
-- No cluster and no rule changes by it: nobody's version rises.
create trigger recorded after insert or update or delete on webhook_endpoint
  for each row execute function record_fact('person', 'name,url');
create trigger never_truncated before truncate on webhook_endpoint
  for each statement execute function refuse_change();

create table webhook_secret (
  id uuid not null default gen_random_uuid(),
  endpoint_id uuid not null,
  sealed text not null,
  valid_until timestamptz,
  created_at timestamptz not null default now(),
  constraint webhook_secret_id primary key (id),
  constraint webhook_secret_endpoint foreign key (endpoint_id) references webhook_endpoint (id) on delete cascade
);
create index webhook_secret_of_endpoint on webhook_secret (endpoint_id);
create unique index webhook_secret_present on webhook_secret (endpoint_id) where valid_until is null;

create table webhook_told_version (
  endpoint_id uuid not null,
  cluster_id uuid not null,
  version bigint not null,
  constraint webhook_told_version_id primary key (endpoint_id, cluster_id),
  constraint webhook_told_version_endpoint foreign key (endpoint_id) references webhook_endpoint (id) on delete cascade,
  constraint webhook_told_version_cluster foreign key (cluster_id) references cluster (id) on delete cascade
);

create table webhook_delivery (
  id uuid not null default gen_random_uuid(),
  endpoint_id uuid not null,
  event_key text not null,
  type text not null,
  cluster_id uuid,
  payload jsonb not null,
  state text not null default 'pending',
  attempts integer not null default 0,
  attempts_before integer not null default 0,
  claimed_at timestamptz,
  next_attempt_at timestamptz not null default now(),
  last_attempt_at timestamptz,
  last_status integer,
  last_error text,
  last_duration_ms integer,
  delivered_at timestamptz,
  created_at timestamptz not null default now(),
  constraint webhook_delivery_id primary key (id),
  constraint webhook_delivery_once unique (endpoint_id, event_key),
  constraint webhook_delivery_type_known check (type in ('cluster.changed', 'reminder.sent', 'reminder.failed', 'webhook.test')),
  constraint webhook_delivery_state_known check (state in ('pending', 'delivered', 'failed', 'abandoned')),
  constraint webhook_delivery_delivered_with_instant check ((state = 'delivered') = (delivered_at is not null)),
  constraint webhook_delivery_endpoint foreign key (endpoint_id) references webhook_endpoint (id) on delete cascade,
  constraint webhook_delivery_cluster foreign key (cluster_id) references cluster (id) on delete cascade
);
create index webhook_delivery_due on webhook_delivery (endpoint_id, next_attempt_at) where state in ('pending', 'failed');
create index webhook_delivery_latest on webhook_delivery (created_at, id);
create index webhook_delivery_of_cluster on webhook_delivery (cluster_id);
`;
