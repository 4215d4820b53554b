import { factChecks, factColumns } from './shared-columns.js';

/** Who the product watches: people, clusters, programmes, memberships and duties. */
export const clustersAndProgrammes = `
create table person (
  ${factColumns},
  name text collate "da-DK-x-icu",
  email text,
  language text not null,
  role text,
  title text,
  phone text,
  account_id uuid,
  erased_at timestamptz,
  salt uuid default gen_random_uuid(),
  constraint person_account unique (account_id),
  constraint person_email unique (email),
  ${factChecks},
  constraint person_erased_empty check (erased_at is null or (email is null and title is null and phone is null and account_id is null and role is null)),
  constraint person_erased_whole check ((erased_at is null) = (name is not null and salt is not null)),
  constraint person_role_known check (role in ('administrator', 'officer', 'reader', 'manager')),
  constraint person_language_known check (language in ('da', 'en')),
  constraint person_email_form check (email = lower(email) and email like '_%@_%'),
  constraint person_id primary key (id)
);

create table cluster (
  ${factColumns},
  slug text not null,
  name text collate "da-DK-x-icu" not null,
  domain_da text not null,
  domain_en text not null,
  city text collate "da-DK-x-icu",
  city_confidence text,
  website text,
  website_confidence text,
  kind text not null,
  kind_confidence text,
  portfolio text not null,
  cvr_number text,
  journal_number text,
  funder text,
  responsible_officer_id uuid,
  notes text,
  constraint cluster_slug unique (slug),
  ${factChecks},
  constraint cluster_name_given check (btrim(name) <> ''),
  constraint cluster_cvr_number_form check (cvr_number ~ '^[0-9]{8}$'),
  constraint cluster_portfolio_known check (portfolio in ('national', 'exercise')),
  constraint cluster_kind_known check (kind in ('styrkeposition', 'spirende')),
  constraint cluster_slug_form check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  constraint cluster_id primary key (id)
);
alter table cluster add constraint cluster_responsible_officer foreign key (responsible_officer_id) references person(id) on delete set null;

create table programme (
  ${factColumns},
  slug text not null,
  name_da text collate "da-DK-x-icu" not null,
  name_en text not null,
  portfolio text not null,
  starts_on date not null,
  ends_on date not null,
  note text,
  constraint programme_slug unique (slug),
  ${factChecks},
  constraint programme_date_order check (starts_on <= ends_on),
  constraint programme_portfolio_known check (portfolio in ('national', 'exercise')),
  constraint programme_slug_form check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  constraint programme_id primary key (id)
);

create table membership (
  ${factColumns},
  cluster_id uuid not null,
  programme_id uuid not null,
  member text not null,
  bound text not null,
  starts_on date not null,
  ends_on date,
  is_end_day_assumed boolean not null default false,
  level_due_on date,
  note text,
  ${factChecks},
  constraint membership_level_due_order check (starts_on <= level_due_on),
  constraint membership_date_order check (starts_on <= ends_on),
  constraint membership_bound_only_members check (member = 'yes' or bound <> 'yes'),
  constraint membership_bound_known check (bound in ('yes', 'no', 'not-known')),
  constraint membership_member_known check (member in ('yes', 'no', 'not-known')),
  constraint membership_one_at_a_time exclude using gist (programme_id with =, cluster_id with =, daterange(starts_on, ends_on, '[]') with &&),
  constraint membership_id primary key (id)
);
create index membership_of_cluster on membership (cluster_id);
alter table membership add constraint membership_cluster foreign key (cluster_id) references cluster(id);
alter table membership add constraint membership_programme foreign key (programme_id) references programme(id);

create table obligation (
  ${factColumns},
  programme_id uuid not null,
  required_level text not null,
  starts_on date not null,
  ends_on date not null,
  accepts_renewal_window boolean not null default false,
  note text,
  ${factChecks},
  constraint obligation_date_order check (starts_on <= ends_on),
  constraint obligation_required_level_known check (required_level in ('bronze', 'silver', 'gold')),
  constraint obligation_one_at_a_time exclude using gist (programme_id with =, daterange(starts_on, ends_on, '[]') with &&),
  constraint obligation_id primary key (id)
);
alter table obligation add constraint obligation_programme foreign key (programme_id) references programme(id);

create table person_cluster_role (
  ${factColumns},
  person_id uuid not null,
  cluster_id uuid not null,
  role text not null,
  starts_on date not null,
  ends_on date,
  ${factChecks},
  constraint person_cluster_role_date_order check (starts_on <= ends_on),
  constraint person_cluster_role_known check (role in ('manager', 'chair', 'deputy')),
  constraint person_cluster_role_one_at_a_time exclude using gist (person_id with =, cluster_id with =, role with =, daterange(starts_on, ends_on, '[]') with &&),
  constraint person_cluster_role_id primary key (id)
);
create index person_cluster_role_of_cluster on person_cluster_role (cluster_id);
alter table person_cluster_role add constraint person_cluster_role_person foreign key (person_id) references person(id) on delete cascade;
alter table person_cluster_role add constraint person_cluster_role_cluster foreign key (cluster_id) references cluster(id);
`;
