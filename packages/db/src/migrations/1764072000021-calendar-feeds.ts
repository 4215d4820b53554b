import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Secret addresses for calendars, and what calendars were told. Neither is a fact: no ledger, no version. */
export class CalendarFeeds1764072000021 implements MigrationInterface {
  name = 'CalendarFeeds1764072000021';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table calendar_feed (
        id uuid not null default gen_random_uuid(),
        person_id uuid not null,
        cluster_id uuid,
        secret_hash text not null,
        language text not null,
        created_at timestamptz not null default now(),
        renewed_at timestamptz,
        last_used_at timestamptz,
        revoked_at timestamptz,
        constraint calendar_feed_id primary key (id),
        constraint calendar_feed_secret unique (secret_hash),
        constraint calendar_feed_language_known check (language in ('da', 'en')),
        constraint calendar_feed_secret_hashed check (secret_hash ~ '^[0-9a-f]{64}$'),
        constraint calendar_feed_person foreign key (person_id) references person (id) on delete cascade,
        constraint calendar_feed_cluster foreign key (cluster_id) references cluster (id) on delete cascade
      );
      create unique index calendar_feed_of_person_once on calendar_feed (person_id) where cluster_id is null and revoked_at is null;
      create unique index calendar_feed_of_cluster_once on calendar_feed (person_id, cluster_id) where revoked_at is null;

      create table calendar_event (
        id uuid not null default gen_random_uuid(),
        cluster_id uuid not null,
        key text not null,
        kind text not null,
        starts_on date not null,
        ends_on date not null,
        digest text not null,
        sequence integer not null default 0,
        created_at timestamptz not null default now(),
        changed_at timestamptz not null default now(),
        ended_on date,
        ended_as text,
        constraint calendar_event_id primary key (id),
        constraint calendar_event_once unique (cluster_id, key),
        constraint calendar_event_days check (ends_on >= starts_on),
        constraint calendar_event_ended_known check (ended_as in ('cancelled', 'passed') and (ended_as is null) = (ended_on is null)),
        constraint calendar_event_cluster foreign key (cluster_id) references cluster (id) on delete cascade
      );
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table calendar_event, calendar_feed');
  }
}
