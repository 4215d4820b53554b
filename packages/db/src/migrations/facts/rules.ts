import { factChecks, factColumns } from './shared-columns.js';

/** Rules and calendars as rows. */
export const ruleTables = `
create table validity_rule (
  ${factColumns},
  effective_from date not null,
  level text not null,
  kind text not null,
  months integer not null,
  constraint validity_rule_once unique (level, kind, effective_from),
  ${factChecks},
  constraint validity_rule_months_positive check (months > 0),
  constraint validity_rule_kind_known check (kind in ('first', 'renewal')),
  constraint validity_rule_level_known check (level in ('bronze', 'silver', 'gold')),
  constraint validity_rule_id primary key (id)
);

create table renewal_window_rule (
  ${factColumns},
  effective_from date not null,
  level text not null,
  months integer not null,
  event text not null,
  constraint renewal_window_rule_once unique (level, effective_from),
  ${factChecks},
  constraint renewal_window_rule_months_not_negative check (months >= 0),
  constraint renewal_window_rule_event_known check (event in ('assessed', 'approved')),
  constraint renewal_window_rule_level_known check (level in ('bronze', 'silver', 'gold')),
  constraint renewal_window_rule_id primary key (id)
);

create table figure_rule (
  ${factColumns},
  effective_from date not null,
  key text not null,
  value integer not null,
  constraint figure_rule_once unique (key, effective_from),
  ${factChecks},
  constraint figure_rule_value_not_negative check (value >= 0),
  constraint figure_rule_key_known check (key in ('expiring-horizon-days', 'record-confirmation-max-age-months', 'reminder-repeat-from-move-days')),
  constraint figure_rule_id primary key (id)
);

create table process_step_rule (
  ${factColumns},
  effective_from date not null,
  step text not null,
  kind text not null,
  "before" text not null,
  "offset" integer not null,
  unit text not null,
  lasts integer not null,
  constraint process_step_rule_once unique (step, kind, effective_from),
  ${factChecks},
  constraint process_step_rule_lasts_not_negative check (lasts >= 0),
  constraint process_step_rule_offset_not_negative check ("offset" >= 0),
  constraint process_step_rule_unit_known check (unit in ('calendar-days', 'working-days')),
  constraint process_step_rule_before_known check ("before" in ('anchor', 'decision', 'audit', 'order')),
  constraint process_step_rule_kind_known check (kind in ('first', 'renewal')),
  constraint process_step_rule_step_known check (step in ('self-test', 'order', 'submission', 'audit', 'decision')),
  constraint process_step_rule_id primary key (id)
);

create table reminder_step_rule (
  ${factColumns},
  effective_from date not null,
  event text not null,
  offset_days integer not null,
  recipients text[] not null,
  constraint reminder_step_rule_once unique (event, offset_days, effective_from),
  ${factChecks},
  constraint reminder_step_rule_recipients_known check (recipients <@ array['manager', 'chair', 'officer']),
  constraint reminder_step_rule_event_known check (event in ('booking', 'end', 'window-end')),
  constraint reminder_step_rule_id primary key (id)
);

create table closed_day (
  ${factColumns},
  day_on date not null,
  name_da text not null,
  name_en text not null,
  programme_id uuid,
  ${factChecks},
  constraint closed_day_id primary key (id)
);
create unique index closed_day_of_programme on closed_day (programme_id, day_on) where programme_id is not null;
create unique index closed_day_for_all on closed_day (day_on) where programme_id is null;
alter table closed_day add constraint closed_day_programme foreign key (programme_id) references programme(id);
`;
