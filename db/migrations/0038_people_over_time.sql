-- People over time: dated roles of which one may be held twice, the last day of work, substitutes for an absence.

alter table person
  add column ended_on date,              -- last day of work; null while they work here
  add column erased_at timestamptz,      -- details taken out on request or after retention; the id stays for the ledger
  -- Searched without case and diacritics; stored because row-level security keeps an index on fold() from being used.
  add column folded text generated always as (fold(name || ' ' || coalesce(title, '') || ' ' || email)) stored;

-- The same role in the same agency may be held again years later, so a row has its own key.
alter table membership
  add column id uuid not null default gen_random_uuid(),
  drop constraint membership_pkey,
  add primary key (tenant_id, id),
  add unique (tenant_id, person_id, agency_id, role, valid_from),
  add check (valid_to is null or valid_to >= valid_from - 1);
create index on membership (tenant_id, agency_id);

-- While somebody is away, a colleague of the same agency acts with their roles there. Why they are away is not kept.
create table absence (
  tenant_id uuid not null references tenant,
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  agency_id uuid not null,
  substitute_id uuid not null,
  from_on date not null,                 -- both days counted
  to_on date not null,
  set_by uuid not null,
  set_at timestamptz not null,
  cancelled_at timestamptz,              -- came back early, or it was a mistake
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references person,
  foreign key (tenant_id, agency_id) references agency,
  foreign key (tenant_id, substitute_id) references person,
  foreign key (tenant_id, set_by) references person,
  check (from_on <= to_on),
  check (person_id <> substitute_id)
);
create index on absence (tenant_id, substitute_id, from_on);
create index on absence (tenant_id, person_id, from_on);
call secure_table('absence');
