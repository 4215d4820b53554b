/** Columns and checks that every fact and rule carries. */
export const factColumns = `id uuid not null default gen_random_uuid(),
  source text not null,
  confidence text not null,
  revision integer not null,
  created_at timestamptz not null default now()`;

export const factChecks = `constraint source_named check (source <> ''),
  constraint confidence_known check (confidence in ('sourced', 'partly', 'assumption', 'illustrative'))`;
