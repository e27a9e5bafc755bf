-- Groups of agencies as a province changes them: a rule, and who is in or out in spite of it, with dates.
-- What is not here is as data/agency-groups.json ships it; a row with the key of a shipped group replaces its rule.

create table agency_group (
  tenant_id uuid not null references tenant,
  id uuid not null default gen_random_uuid(),
  key text not null,                     -- of the shipped group, or the id of one of the province's own
  name text not null,
  phrases text[] not null,               -- as documents print it, e.g. {sở ban ngành}
  kinds text[] not null,                 -- everyone of these kinds …
  hierarchy text not null default 'state' check (hierarchy in ('state', 'party', 'front')),
  below_id uuid,                         -- … who stands directly below this agency in the hierarchy; null: wherever
  without_names text[] not null default '{}', -- … except whose names begin so
  is_removed boolean not null default false,  -- put away: no longer offered or recognised
  primary key (tenant_id, id),
  unique (tenant_id, key),
  foreign key (tenant_id, below_id) references agency
);
call secure_table('agency_group');

create table agency_group_exception (
  tenant_id uuid not null references tenant,
  id uuid not null default gen_random_uuid(),
  group_id uuid not null,
  agency_id uuid not null,
  kind text not null check (kind in ('added', 'left-out')),
  reason text not null,
  valid_from date,                       -- both days counted
  valid_to date,
  primary key (tenant_id, id),
  foreign key (tenant_id, group_id) references agency_group on delete cascade,
  foreign key (tenant_id, agency_id) references agency on delete cascade,
  check (valid_from <= valid_to),
  constraint agency_group_exception_once exclude using gist
    (tenant_id with =, group_id with =, agency_id with =, daterange(valid_from, valid_to, '[]') with &&)
);
call secure_table('agency_group_exception');
