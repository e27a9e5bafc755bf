-- How people like to look at the list of duties (conditions, columns, groups, way of looking), kept under a name.

create table saved_view (
  tenant_id uuid not null references tenant,
  id uuid not null default gen_random_uuid(),
  owner_id uuid not null,
  shared_with text not null default 'nobody' check (shared_with in ('nobody', 'agency', 'province')),
  agency_id uuid,                        -- whose people see it too
  name text not null check (length(name) between 1 and 120),
  search jsonb not null,                 -- as the address of the list keeps it
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, owner_id) references person,
  foreign key (tenant_id, agency_id) references agency,
  check ((shared_with = 'agency') = (agency_id is not null))
);
create index on saved_view (tenant_id, owner_id);
call secure_table('saved_view');

-- The view a person's list opens with; their own or one shared with them.
create table default_view (
  tenant_id uuid not null references tenant,
  person_id uuid not null,
  view_id uuid not null,
  primary key (tenant_id, person_id),
  foreign key (tenant_id, person_id) references person,
  foreign key (tenant_id, view_id) references saved_view on delete cascade
);
call secure_table('default_view');
