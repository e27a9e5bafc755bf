-- Agencies with their dated names, and the people who work in them.

create table agency (
  tenant_id uuid not null references tenant,
  id uuid not null default gen_random_uuid(),
  kind text not null,                    -- data/agency-kinds.json
  name text not null,                    -- the name in force, kept beside agency_name for lists
  parent_id uuid,
  valid_from date,
  valid_to date,
  primary key (tenant_id, id),
  foreign key (tenant_id, parent_id) references agency
);
call secure_table('agency');

create table agency_name (
  tenant_id uuid not null,
  agency_id uuid not null,
  name text not null,
  kind text not null check (kind in ('full', 'short', 'abbreviation', 'former', 'printed')),
  valid_from date,
  valid_to date,
  primary key (tenant_id, agency_id, name),
  foreign key (tenant_id, agency_id) references agency on delete cascade
);
create index on agency_name using gin (fold(name) gin_trgm_ops);
call secure_table('agency_name');

create table person (
  tenant_id uuid not null references tenant,
  id uuid not null default gen_random_uuid(),
  name text not null,
  email text not null,
  title text,                            -- chức vụ, as printed under a signature
  password_hash text,                    -- argon2id in PHC form; null until its owner sets one
  created_at timestamptz not null default now(),
  primary key (tenant_id, id)
);
create unique index on person (tenant_id, lower(email));
call secure_table('person');

create table membership (
  tenant_id uuid not null,
  person_id uuid not null,
  agency_id uuid not null,
  role text not null check (role in ('administrator', 'focal-officer', 'leader', 'agency-focal', 'agency-head', 'staff', 'inspector')),
  valid_from date not null default current_date,
  valid_to date,
  primary key (tenant_id, person_id, agency_id, role),
  foreign key (tenant_id, person_id) references person on delete cascade,
  foreign key (tenant_id, agency_id) references agency
);
call secure_table('membership');

create table session (
  tenant_id uuid not null,
  token_hash bytea not null,             -- sha256 of the cookie's secret
  person_id uuid not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  primary key (tenant_id, token_hash),
  foreign key (tenant_id, person_id) references person on delete cascade
);
call secure_table('session');

create table entry_link (
  tenant_id uuid not null,
  token_hash bytea not null,             -- sha256 of the secret in a one-time link
  person_id uuid not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (tenant_id, token_hash),
  foreign key (tenant_id, person_id) references person on delete cascade
);
call secure_table('entry_link');

create table sign_in_attempt (
  tenant_id uuid not null references tenant,
  id bigint generated always as identity,
  email text not null,
  address text not null,
  at timestamptz not null,
  succeeded boolean not null,
  primary key (tenant_id, id)
);
create index on sign_in_attempt (tenant_id, email, at);
create index on sign_in_attempt (tenant_id, address, at);
call secure_table('sign_in_attempt');

-- Files are stored by their content; the name a person gave lives here.
create table file (
  tenant_id uuid not null references tenant,
  id uuid not null default gen_random_uuid(),
  sha256 text not null,
  name text not null,
  media_type text not null,
  size bigint not null,
  uploaded_by uuid,
  uploaded_at timestamptz not null,
  primary key (tenant_id, id)
);
call secure_table('file');
