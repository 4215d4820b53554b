import type { MigrationInterface, QueryRunner } from 'typeorm';
import { factChecks, factColumns } from './facts/shared-columns.js';

const eventsBefore = `'booking', 'end', 'window-end'`;
const events = `${eventsBefore}, 'plan', 'waiver', 'milestone', 'recommendation', 'document', 'self-test-returned'`;
const rolesBefore = `'manager', 'chair', 'officer'`;
const roles = `${rolesBefore}, 'head'`;
const statesBefore = `'planned', 'sending', 'sent', 'uncertain', 'superseded', 'suppressed', 'failed'`;
const figuresBefore = `'expiring-horizon-days', 'record-confirmation-max-age-months', 'reminder-repeat-from-move-days', 'retention-person-years', 'retention-message-years', 'cure-period-months', 'retention-text-years'`;
const keyBefore = 'cluster_id, cycle, event, offset_days, deadline_on, person_id';

/**
 * Ladders for every event, with urgency, channel and steps of one cluster's own; what holds reminders back; who stands in for whom; which
 * mails a person does without; one mail a day about several clusters, kept in parts so that each is told of its own.
 */
export class Ladders1764072000019 implements MigrationInterface {
  name = 'Ladders1764072000019';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table reminder_step_rule
        add column level text,
        add column cluster_id uuid,
        add column unit text not null default 'calendar-days',
        add column channel text not null default 'mail',
        add column urgency text not null default 'routine',
        drop constraint reminder_step_rule_once,
        drop constraint reminder_step_rule_event_known,
        drop constraint reminder_step_rule_recipients_known,
        add constraint reminder_step_rule_once unique nulls not distinct (event, level, cluster_id, offset_days, effective_from),
        add constraint reminder_step_rule_event_known check (event in (${events})),
        add constraint reminder_step_rule_level_known check (level in ('bronze', 'silver', 'gold')),
        add constraint reminder_step_rule_unit_known check (unit in ('calendar-days', 'working-days')),
        add constraint reminder_step_rule_channel_known check (channel in ('mail', 'inbox')),
        add constraint reminder_step_rule_urgency_known check (urgency in ('routine', 'urgent', 'final')),
        add constraint reminder_step_rule_recipients_known check (recipients <@ array[${roles}]),
        add constraint reminder_step_rule_cluster foreign key (cluster_id) references cluster(id);

      alter table figure_rule drop constraint figure_rule_key_known,
        add constraint figure_rule_key_known check (key in (${figuresBefore}, 'acknowledgement-pause-days'));

      alter table programme add column head_id uuid,
        add constraint programme_head foreign key (head_id) references person(id) on delete set null;

      alter table reminder
        add column subject text not null default '',
        add column stands_in_for_id uuid,
        add column escalated_from text,
        add column urgency text not null default 'routine',
        add column channel text not null default 'mail',
        add column acknowledged_at timestamptz,
        add column read_at timestamptz,
        drop constraint reminder_key,
        drop constraint reminder_event_known,
        drop constraint reminder_role_known,
        drop constraint reminder_state_known,
        add constraint reminder_key unique (cluster_id, cycle, event, subject, offset_days, deadline_on, person_id),
        add constraint reminder_event_known check (event in (${events})),
        add constraint reminder_role_known check (role in (${roles})),
        add constraint reminder_state_known check (state in (${statesBefore}, 'acknowledged')),
        add constraint reminder_escalated_from_known check (escalated_from in (${roles})),
        add constraint reminder_urgency_known check (urgency in ('routine', 'urgent', 'final')),
        add constraint reminder_channel_known check (channel in ('mail', 'inbox')),
        add constraint reminder_stands_in_for foreign key (stands_in_for_id) references person(id) on delete set null;
      create index reminder_of_person on reminder (person_id);

      alter table message
        add column kind text not null default 'reminder',
        add column sent_on date,
        add constraint message_kind_known check (kind in ('reminder', 'digest', 'weekly', 'quiet'));
      create index message_digest_of_day on message (person_id, sent_on) where kind = 'digest';
    `);
    await queryRunner.query(tables);
    await queryRunner.query(recording);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      drop table message_part, mail_preference, person_absence, reminder_hold;
      drop index message_digest_of_day, reminder_of_person;
      alter table message drop constraint message_kind_known, drop column kind, drop column sent_on;
      delete from reminder where event not in (${eventsBefore}) or role not in (${rolesBefore}) or state = 'acknowledged';
      alter table reminder
        drop constraint reminder_key, drop constraint reminder_event_known, drop constraint reminder_role_known,
        drop constraint reminder_state_known, drop constraint reminder_stands_in_for,
        drop column subject, drop column stands_in_for_id, drop column escalated_from, drop column urgency, drop column channel,
        drop column acknowledged_at, drop column read_at,
        add constraint reminder_key unique (${keyBefore}),
        add constraint reminder_event_known check (event in (${eventsBefore})),
        add constraint reminder_role_known check (role in (${rolesBefore})),
        add constraint reminder_state_known check (state in (${statesBefore}));
      alter table programme disable trigger user;
      alter table programme drop column head_id;
      alter table programme enable trigger user;
      alter table figure_rule disable trigger user;
      delete from figure_rule where key = 'acknowledgement-pause-days';
      alter table figure_rule enable trigger user;
      alter table figure_rule drop constraint figure_rule_key_known,
        add constraint figure_rule_key_known check (key in (${figuresBefore}));
      alter table reminder_step_rule disable trigger user;
      delete from reminder_step_rule
        where event not in (${eventsBefore}) or not recipients <@ array[${rolesBefore}] or cluster_id is not null or level is not null;
      alter table reminder_step_rule enable trigger user;
      alter table reminder_step_rule
        drop constraint reminder_step_rule_once, drop constraint reminder_step_rule_event_known,
        drop constraint reminder_step_rule_recipients_known, drop constraint reminder_step_rule_cluster,
        drop column level, drop column cluster_id, drop column unit, drop column channel, drop column urgency,
        add constraint reminder_step_rule_once unique (event, offset_days, effective_from),
        add constraint reminder_step_rule_event_known check (event in (${eventsBefore})),
        add constraint reminder_step_rule_recipients_known check (recipients <@ array[${rolesBefore}]);
    `);
  }
}

const tables = `
create table reminder_hold (
  ${factColumns},
  cluster_id uuid not null,
  kind text not null,
  event text,
  subject text,
  deadline_on date,
  from_on date not null,
  until_on date not null,
  plan_on date,
  person_id uuid,
  by_role text not null,
  via_key uuid,
  ended_on date,
  note text,
  salt uuid default gen_random_uuid(),
  ${factChecks},
  constraint reminder_hold_kind_known check (kind in ('pause', 'snooze', 'acknowledgement')),
  constraint reminder_hold_event_known check (event in (${events})),
  constraint reminder_hold_subject_of_event check (event is not null or (subject is null and deadline_on is null)),
  constraint reminder_hold_acknowledges_deadline check (kind <> 'acknowledgement' or deadline_on is not null),
  constraint reminder_hold_date_order check (from_on <= until_on),
  constraint reminder_hold_plan_of_acknowledgement check (plan_on is null or kind = 'acknowledgement'),
  constraint reminder_hold_role_known check (by_role in ('manager', 'chair', 'officer', 'head', 'administrator', 'system')),
  constraint reminder_hold_via_once unique (via_key, event, subject, deadline_on),
  constraint reminder_hold_note_salted check (note is null or salt is not null),
  constraint reminder_hold_id primary key (id)
);
create index reminder_hold_of_cluster on reminder_hold (cluster_id);
alter table reminder_hold add constraint reminder_hold_cluster foreign key (cluster_id) references cluster(id);
alter table reminder_hold add constraint reminder_hold_person foreign key (person_id) references person(id) on delete set null;

create table person_absence (
  ${factColumns},
  person_id uuid not null,
  deputy_id uuid,
  starts_on date not null,
  ends_on date not null,
  ${factChecks},
  constraint person_absence_date_order check (starts_on <= ends_on),
  constraint person_absence_deputy_other check (deputy_id <> person_id),
  constraint person_absence_id primary key (id)
);
create index person_absence_of_person on person_absence (person_id);
alter table person_absence add constraint person_absence_person foreign key (person_id) references person(id) on delete cascade;
alter table person_absence add constraint person_absence_deputy foreign key (deputy_id) references person(id) on delete set null;

create table mail_preference (
  person_id uuid not null,
  kind text not null,
  is_wanted boolean not null,
  changed_at timestamptz not null default now(),
  constraint mail_preference_kind_known check (kind in ('milestone', 'recommendation', 'document', 'self-test-returned', 'weekly', 'quiet')),
  constraint mail_preference_id primary key (person_id, kind),
  constraint mail_preference_person foreign key (person_id) references person(id) on delete cascade
);

create table message_part (
  message_id uuid not null,
  cluster_id uuid not null,
  text text not null,
  html text not null,
  constraint message_part_id primary key (message_id, cluster_id),
  constraint message_part_message foreign key (message_id) references message(id) on delete cascade,
  constraint message_part_cluster foreign key (cluster_id) references cluster(id) on delete cascade
);
`;

const recording = `
create trigger recorded after insert or update or delete on reminder_hold
  for each row execute function record_fact('cluster_id', 'note');
create trigger never_truncated before truncate on reminder_hold for each statement execute function refuse_change();
create trigger recorded after insert or update or delete on person_absence
  for each row execute function record_fact('person', '');
create trigger never_truncated before truncate on person_absence for each statement execute function refuse_change();
`;
