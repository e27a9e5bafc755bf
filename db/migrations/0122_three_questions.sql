-- Associations answer three questions through a secret link, without an account; what they say waits until staff of
-- the agency place it into its report or set it aside.

create table report_link (
  tenant_id uuid not null references tenant,
  id uuid not null default gen_random_uuid(),
  agency_report_id uuid not null,
  name text not null,                    -- of the association
  token_hash bytea not null,             -- the secret itself is shown once and not kept
  made_by uuid not null,
  made_at timestamptz not null,
  expires_on date not null,              -- the last day
  revoked_at timestamptz,
  opened_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, token_hash),
  foreign key (tenant_id, agency_report_id) references agency_report,
  foreign key (tenant_id, made_by) references person
);
create index on report_link (tenant_id, agency_report_id);
call secure_table('report_link');

create table report_answer (
  tenant_id uuid not null references tenant,
  id uuid not null default gen_random_uuid(),
  link_id uuid not null,
  answers jsonb not null,                -- three texts
  said_by text not null,                 -- as they wrote it
  sent_at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'placed', 'set-aside')),
  decided_by uuid,
  decided_at timestamptz,
  reason text,
  primary key (tenant_id, id),
  foreign key (tenant_id, link_id) references report_link,
  foreign key (tenant_id, decided_by) references person,
  check ((state = 'waiting') = (decided_by is null))
);
create index on report_answer (tenant_id, link_id);
call secure_table('report_answer');

-- From where links were tried, to hold back who guesses or floods; kept for as long as it is counted.
create table report_link_try (
  tenant_id uuid not null references tenant,
  id uuid not null default gen_random_uuid(),
  address text not null,
  at timestamptz not null,
  primary key (tenant_id, id)
);
create index on report_link_try (tenant_id, address, at);
call secure_table('report_link_try');
