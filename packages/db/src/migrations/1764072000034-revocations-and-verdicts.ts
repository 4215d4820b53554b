import type { MigrationInterface, QueryRunner } from 'typeorm';

const eventsBefore = `'cluster.changed', 'reminder.sent', 'reminder.failed'`;
const events = `${eventsBefore}, 'verdict.changed'`;

/**
 * That somebody's calendar link was closed by an administrator stands in the ledger. Webhooks hear of changed verdicts: kept is up to which
 * recorded time and day each was told, from which the verdicts of then are computed.
 */
export class RevocationsAndVerdicts1764072000034 implements MigrationInterface {
  name = 'RevocationsAndVerdicts1764072000034';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table calendar_revocation (
        id uuid not null default gen_random_uuid(),
        feed_id uuid not null,
        person_id uuid not null,
        created_at timestamptz not null default now(),
        constraint calendar_revocation_id primary key (id),
        constraint calendar_revocation_once unique (feed_id),
        constraint calendar_revocation_feed foreign key (feed_id) references calendar_feed (id) on delete cascade,
        constraint calendar_revocation_person foreign key (person_id) references person (id) on delete cascade
      );
      create index calendar_revocation_of_person on calendar_revocation (person_id);
      -- No cluster and no rule changes by it: nobody's version rises.
      create trigger recorded after insert or update or delete on calendar_revocation
        for each row execute function record_fact('person', '');
      create trigger never_truncated before truncate on calendar_revocation for each statement execute function refuse_change();

      create table webhook_told_verdicts (
        endpoint_id uuid not null,
        known_at timestamptz not null,
        day_on date not null,
        constraint webhook_told_verdicts_id primary key (endpoint_id),
        constraint webhook_told_verdicts_endpoint foreign key (endpoint_id) references webhook_endpoint (id) on delete cascade
      );
      ${eventsKnown(events)}
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      drop table webhook_told_verdicts, calendar_revocation;
      delete from webhook_delivery where type = 'verdict.changed';
      alter table webhook_endpoint disable trigger user;
      delete from webhook_endpoint where events - 'verdict.changed' = '{}';
      update webhook_endpoint set events = events - 'verdict.changed' where events ? 'verdict.changed';
      alter table webhook_endpoint enable trigger user;
      ${eventsKnown(eventsBefore)}
    `);
  }
}

const eventsKnown = (known: string) => `
  alter table webhook_endpoint drop constraint webhook_endpoint_events_known,
    add constraint webhook_endpoint_events_known check (events <> '{}' and events - array[${known}] = '{}');
  alter table webhook_delivery drop constraint webhook_delivery_type_known,
    add constraint webhook_delivery_type_known check (type in (${known}, 'webhook.test'));
`;
