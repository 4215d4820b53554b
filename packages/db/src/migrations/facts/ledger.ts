/**
 * The ledger: every change of a fact, written by one trigger in the same transaction, never changed afterwards. It holds no personal
 * data and no free text: of erasable columns only a digest salted with the row's own salt, which itself is never written.
 */
export const ledger = `
create table free_text (
  id uuid primary key default gen_random_uuid(),
  value text,
  salt uuid default gen_random_uuid(),
  created_at timestamptz not null default now(),
  constraint free_text_salted check (value is null or salt is not null)
);

create table ledger (
  seq bigserial primary key,
  recorded_at timestamptz not null default clock_timestamp(),
  actor uuid,
  role text not null,
  reason_id uuid references free_text (id),
  reason_digest text,
  request_id text not null,
  entity text not null,
  row_id uuid not null,
  cluster_id uuid,
  before jsonb,
  after jsonb,
  transaction xid8 not null default pg_current_xact_id()
);
create index ledger_of_row on ledger (entity, row_id, seq desc);
create index ledger_of_cluster on ledger (cluster_id, seq desc);

create table cluster_version (
  cluster_id uuid primary key,
  version bigint not null
);

create table rules_version (
  is_only_row boolean primary key default true check (is_only_row),
  version bigint not null
);
insert into rules_version (version) values (0);

create function salted_digest(salt text, value text) returns text language sql stable parallel safe as $$
  select encode(sha256(convert_to(salt || ':' || value, 'UTF8')), 'hex')
$$;

create function ledger_image(fact jsonb, erasable text[]) returns jsonb language sql stable as $$
  select (fact - 'salt' - erasable) || coalesce(
    (select jsonb_object_agg(name || '_digest', salted_digest(fact ->> 'salt', fact ->> name))
     from unnest(erasable) as name
     where fact ->> name is not null),
    '{}'
  )
$$;

-- A sequence is not the order of commits: what callers compare is a version raised in the transaction of the change.
create function raise_cluster_version(raised_cluster uuid) returns void language plpgsql as $$
declare
  raised bigint;
begin
  insert into cluster_version as present (cluster_id, version) values (raised_cluster, 1)
  on conflict (cluster_id) do update set version = present.version + 1
  returning version into raised;
  perform pg_notify('klyngevagt_changes', json_build_object('clusterId', raised_cluster, 'version', raised)::text);
end
$$;

create function raise_rules_version() returns void language plpgsql as $$
declare
  raised bigint;
begin
  update rules_version set version = version + 1 returning version into raised;
  perform pg_notify('klyngevagt_changes', json_build_object('clusterId', null, 'version', raised)::text);
end
$$;

-- Arguments: whose version rises ('rules', 'person', or the column that names the cluster); erasable columns, separated by commas.
create function record_fact() returns trigger language plpgsql as $$
declare
  raises text := tg_argv[0];
  erasable text[] := string_to_array(tg_argv[1], ',');
  acting_role text := nullif(current_setting('klyngevagt.role', true), '');
  old_fact jsonb := case when tg_op = 'INSERT' then null else to_jsonb(old) end;
  new_fact jsonb := case when tg_op = 'DELETE' then null else to_jsonb(new) end;
  fact_id uuid := coalesce(new_fact, old_fact) ->> 'id';
  cluster uuid := case when raises in ('rules', 'person') then null else coalesce(new_fact, old_fact) ->> raises end;
  touched uuid;
begin
  if acting_role is null then
    raise exception using errcode = 'KV001', message = 'A fact is written in somebody''s name only';
  end if;
  if old_fact = new_fact then
    return null;
  end if;
  insert into ledger (actor, role, reason_id, reason_digest, request_id, entity, row_id, cluster_id, before, after)
  values (
    nullif(current_setting('klyngevagt.actor', true), '')::uuid,
    acting_role,
    nullif(current_setting('klyngevagt.reason_id', true), '')::uuid,
    nullif(current_setting('klyngevagt.reason_digest', true), ''),
    current_setting('klyngevagt.request_id'),
    tg_table_name,
    fact_id,
    cluster,
    ledger_image(old_fact, erasable),
    ledger_image(new_fact, erasable)
  );
  if raises = 'rules' then
    perform raise_rules_version();
  elsif raises = 'person' then
    for touched in
      select cluster_id from person_cluster_role where person_id = fact_id
      union select id from cluster where responsible_officer_id = fact_id
      order by 1
    loop
      perform raise_cluster_version(touched);
    end loop;
  else
    perform raise_cluster_version(cluster);
    if old_fact ->> raises <> new_fact ->> raises then
      perform raise_cluster_version((old_fact ->> raises)::uuid);
    end if;
  end if;
  return null;
end
$$;

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception using errcode = 'KV002', message = format('%s of %s is refused', lower(tg_op), tg_table_name);
end
$$;

create trigger ledger_append_only before update or delete or truncate on ledger
for each statement execute function refuse_change();
create trigger ledger_by_trigger_only before insert on ledger
for each statement when (pg_trigger_depth() = 0) execute function refuse_change();
revoke update, delete, truncate on ledger from public;
`;

/** Fact tables by name, never accounts: whose version a change raises, and which columns are erasable. */
const recordedTables: readonly (readonly [table: string, raises: string, erasable: string])[] = [
  ['cluster', 'id', ''],
  ['membership', 'cluster_id', ''],
  ['award', 'cluster_id', 'note'],
  ['action_plan', 'cluster_id', 'text'],
  ['waiver', 'cluster_id', 'text'],
  ['audit_booking', 'cluster_id', 'experts'],
  ['record_confirmation', 'cluster_id', ''],
  ['contact_note', 'cluster_id', 'body'],
  ['correction_proposal', 'cluster_id', 'text,decision_text'],
  ['person_cluster_role', 'cluster_id', ''],
  ['person', 'person', 'name,email,title,phone'],
  ['programme', 'rules', ''],
  ['obligation', 'rules', ''],
  ['validity_rule', 'rules', ''],
  ['renewal_window_rule', 'rules', ''],
  ['figure_rule', 'rules', ''],
  ['process_step_rule', 'rules', ''],
  ['reminder_step_rule', 'rules', ''],
  ['closed_day', 'rules', ''],
];

export const ledgerTriggers = recordedTables
  .map(
    ([table, raises, erasable]) => `
create trigger recorded after insert or update or delete on ${table}
for each row execute function record_fact('${raises}', '${erasable}');
create trigger never_truncated before truncate on ${table}
for each statement execute function refuse_change();`,
  )
  .join('\n');
