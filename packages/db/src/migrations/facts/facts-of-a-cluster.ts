import { factChecks, factColumns } from './shared-columns.js';

/** What was recorded about a cluster. */
export const factsOfACluster = `
create table award (
  ${factColumns},
  cluster_id uuid not null,
  level text not null,
  kind text not null,
  assessed_on text,
  approved_on text,
  valid_from text,
  valid_until text,
  valid_until_basis text not null,
  revoked_on date,
  score text,
  note text,
  salt uuid default gen_random_uuid(),
  ${factChecks},
  constraint award_note_salted check (note is null or salt is not null),
  constraint award_valid_until_founded check ((valid_until is null) = (valid_until_basis = 'not-known')),
  constraint award_valid_until_basis_known check (valid_until_basis in ('certificate', 'accepted-proposal', 'register', 'not-known')),
  constraint award_validity_order check (partial_dates_ordered(valid_from, valid_until)),
  constraint award_assessment_order check (partial_dates_ordered(assessed_on, approved_on)),
  constraint award_valid_until_date check (is_partial_date(valid_until)),
  constraint award_valid_from_date check (is_partial_date(valid_from)),
  constraint award_approved_on_date check (is_partial_date(approved_on)),
  constraint award_assessed_on_date check (is_partial_date(assessed_on)),
  constraint award_kind_known check (kind in ('first', 'renewal')),
  constraint award_level_known check (level in ('bronze', 'silver', 'gold')),
  constraint award_id primary key (id)
);
create index award_of_cluster on award (cluster_id);
alter table award add constraint award_cluster foreign key (cluster_id) references cluster(id);

create table action_plan (
  ${factColumns},
  cluster_id uuid not null,
  programme_id uuid not null,
  proposed_on date not null,
  accepted_on date,
  closed_on date,
  due_on date not null,
  text text,
  salt uuid default gen_random_uuid(),
  ${factChecks},
  constraint action_plan_text_salted check (text is null or salt is not null),
  constraint action_plan_due_order check (proposed_on <= due_on),
  constraint action_plan_closed_order check (proposed_on <= closed_on),
  constraint action_plan_accepted_order check (proposed_on <= accepted_on),
  constraint action_plan_id primary key (id)
);
create index action_plan_of_cluster on action_plan (cluster_id);
alter table action_plan add constraint action_plan_cluster foreign key (cluster_id) references cluster(id);
alter table action_plan add constraint action_plan_programme foreign key (programme_id) references programme(id);

create table waiver (
  ${factColumns},
  cluster_id uuid not null,
  programme_id uuid not null,
  starts_on date not null,
  ends_on date not null,
  approved_on date,
  text text,
  salt uuid default gen_random_uuid(),
  ${factChecks},
  constraint waiver_text_salted check (text is null or salt is not null),
  constraint waiver_date_order check (starts_on <= ends_on),
  constraint waiver_id primary key (id)
);
create index waiver_of_cluster on waiver (cluster_id);
alter table waiver add constraint waiver_cluster foreign key (cluster_id) references cluster(id);
alter table waiver add constraint waiver_programme foreign key (programme_id) references programme(id);

create table audit_booking (
  ${factColumns},
  cluster_id uuid not null,
  level text not null,
  first_day_on date not null,
  last_day_on date not null,
  form text not null,
  place text,
  experts text,
  state text not null,
  reported_on date not null,
  reported_by_role text not null,
  salt uuid default gen_random_uuid(),
  ${factChecks},
  constraint audit_booking_experts_salted check (experts is null or salt is not null),
  constraint audit_booking_reported_by_known check (reported_by_role in ('officer', 'manager', 'administrator', 'system')),
  constraint audit_booking_state_known check (state in ('reported', 'confirmed', 'rejected', 'cancelled', 'held')),
  constraint audit_booking_form_known check (form in ('on-site', 'video')),
  constraint audit_booking_date_order check (first_day_on <= last_day_on),
  constraint audit_booking_level_known check (level in ('bronze', 'silver', 'gold')),
  constraint audit_booking_id primary key (id)
);
create index audit_booking_of_cluster on audit_booking (cluster_id);
alter table audit_booking add constraint audit_booking_cluster foreign key (cluster_id) references cluster(id);

create table record_confirmation (
  ${factColumns},
  cluster_id uuid not null,
  confirmed_on date not null,
  confirmed_by_id uuid,
  ${factChecks},
  constraint record_confirmation_id primary key (id)
);
create index record_confirmation_of_cluster on record_confirmation (cluster_id);
alter table record_confirmation add constraint record_confirmation_cluster foreign key (cluster_id) references cluster(id);
alter table record_confirmation add constraint record_confirmation_confirmed_by foreign key (confirmed_by_id) references person(id) on delete set null;

create table contact_note (
  ${factColumns},
  cluster_id uuid not null,
  noted_on date not null,
  author_id uuid,
  body text,
  salt uuid default gen_random_uuid(),
  ${factChecks},
  constraint contact_note_body_salted check (body is null or salt is not null),
  constraint contact_note_id primary key (id)
);
create index contact_note_of_cluster on contact_note (cluster_id);
alter table contact_note add constraint contact_note_cluster foreign key (cluster_id) references cluster(id);
alter table contact_note add constraint contact_note_author foreign key (author_id) references person(id) on delete set null;

create table correction_proposal (
  ${factColumns},
  cluster_id uuid not null,
  subject text not null,
  award_id uuid,
  proposed_by_id uuid,
  proposed_on date not null,
  proposed_values jsonb not null,
  text text,
  state text not null default 'open',
  decided_on date,
  decided_by_id uuid,
  decision_text text,
  salt uuid default gen_random_uuid(),
  ${factChecks},
  constraint correction_proposal_salted check ((text is null and decision_text is null) or salt is not null),
  constraint correction_proposal_decision_order check (proposed_on <= decided_on),
  constraint correction_proposal_decided check ((state = 'open') = (decided_on is null)),
  constraint correction_proposal_state_known check (state in ('open', 'accepted', 'refused')),
  constraint correction_proposal_subject_known check (subject in ('award', 'cluster')),
  constraint correction_proposal_id primary key (id)
);
create index correction_proposal_of_cluster on correction_proposal (cluster_id);
alter table correction_proposal add constraint correction_proposal_cluster foreign key (cluster_id) references cluster(id);
alter table correction_proposal add constraint correction_proposal_award foreign key (award_id) references award(id) on delete cascade;
alter table correction_proposal add constraint correction_proposal_proposed_by foreign key (proposed_by_id) references person(id) on delete set null;
alter table correction_proposal add constraint correction_proposal_decided_by foreign key (decided_by_id) references person(id) on delete set null;
`;
