-- Tenants, the two roles, row-level security, and the ledger.
-- The owner (who runs this) changes tables; nhipcau_app reads and writes rows, owns nothing, and is bound by
-- row-level security, which is FORCED so that not even the owner reads across provinces by accident.

create extension if not exists unaccent;
create extension if not exists pg_trgm;

do $$ begin
  if not exists (select 1 from pg_roles where rolname = 'nhipcau_app') then create role nhipcau_app nologin; end if;
  execute format('grant nhipcau_app to %I', current_user);
exception when duplicate_object then null; -- two databases of one server migrated at the same moment
end $$;

grant usage on schema public to nhipcau_app;

-- The province whose rows this transaction sees.
create function current_tenant() returns uuid language sql stable as
  $$ select nullif(current_setting('app.tenant', true), '')::uuid $$;

-- Makes a table a province's own: its tenant is filled in and fenced. `grants` is what the app may do.
-- The sub-select is asked once a statement; a bare call would be asked again for every row.
create procedure secure_table(name regclass, grants text default 'select, insert, update, delete') language plpgsql as $$ begin
  execute format('alter table %s alter column tenant_id set default current_tenant()', name);
  execute format('alter table %s enable row level security, force row level security', name);
  execute format('create policy tenant on %s using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()))', name);
  execute format('grant %s on %s to nhipcau_app', grants, name);
end $$;

-- Search and sorting ignore case and diacritics; `unaccent` itself is not immutable, its fixed dictionary is.
-- Đ has no decomposition, so the dictionary maps it; both tone placements (hòa, hoà) fold to the same letters.
create function fold(value text) returns text language sql immutable parallel safe strict as
  $$ select lower(public.unaccent('public.unaccent'::regdictionary, value)) $$;

create table tenant (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  host text unique,                      -- web address of the province, when one server serves several
  created_at timestamptz not null default now()
);
alter table tenant enable row level security, force row level security;
-- Names of provinces are public: signing in starts before a province is known.
create policy public_names on tenant for select using (true);
create policy owner_makes on tenant for insert to current_user with check (true);
grant select on tenant to nhipcau_app;

-- The ledger: every change is one appended event, chained by hash per subject.
create table event (
  tenant_id uuid not null references tenant,
  id bigint generated always as identity,
  subject_kind text not null,
  subject_id uuid not null,
  seq integer not null,
  kind text not null,
  actor_id uuid,                         -- null: the program itself
  at timestamptz not null,
  payload jsonb not null,
  previous_hash bytea,
  hash bytea not null,
  primary key (tenant_id, id),
  unique (tenant_id, subject_kind, subject_id, seq)
);
create index on event (tenant_id, at desc);
call secure_table('event', 'select, insert');
