-- Signing in: rules of a province, two steps, and what a person sees of their own sessions.

-- Absent: the defaults of data/sign-in-rules.json.
create table sign_in_rules (
  tenant_id uuid not null references tenant,
  idle_minutes integer not null check (idle_minutes between 5 and 1440),
  absolute_hours integer not null check (absolute_hours between 1 and 720),
  idle_account_days integer check (idle_account_days between 7 and 3650),        -- null: accounts never rest
  two_step_roles text[] not null,
  two_step_grace_days integer check (two_step_grace_days between 0 and 365),     -- null: asked for, never forced
  changed_at timestamptz not null,
  changed_by uuid not null,
  primary key (tenant_id)
);
call secure_table('sign_in_rules');

alter table person
  add column password_set_at timestamptz,
  add column last_entered_at timestamptz,    -- an account that nobody enters comes to rest
  add column two_step_asked_at timestamptz;  -- when the days of grace begin

alter table session
  add column id uuid not null default gen_random_uuid(),
  add column method text not null default 'link' check (method in ('password', 'link', 'sso')),
  add column device text not null default '',           -- what the browser says of itself
  add column address text not null default '';
create unique index on session (tenant_id, id);
create index on session (tenant_id, person_id);

alter table entry_link
  add column purpose text not null default 'operator' check (purpose in ('operator', 'invitation', 'recovery')),
  add column created_by uuid,                -- null: printed by the program for its operator
  add column created_at timestamptz not null default now();
create index on entry_link (tenant_id, person_id);

alter table sign_in_attempt
  add column step text not null default 'password' check (step in ('password', 'code', 'link', 'sso')),
  add column device text not null default '';

-- The seed of a person's codes. `last_step` only grows: a code is accepted once (RFC 6238, 5.2).
create table person_totp (
  tenant_id uuid not null,
  person_id uuid not null,
  secret bytea not null,                     -- sealed with a key that is not in the database
  last_step bigint not null default 0,
  created_at timestamptz not null,
  confirmed_at timestamptz,                  -- null: begun, not in use
  primary key (tenant_id, person_id),
  foreign key (tenant_id, person_id) references person on delete cascade
);
call secure_table('person_totp');

create table recovery_code (
  tenant_id uuid not null,
  person_id uuid not null,
  code_hash bytea not null,                  -- sha256 of 80 random bits
  used_at timestamptz,
  primary key (tenant_id, person_id, code_hash),
  foreign key (tenant_id, person_id) references person on delete cascade
);
call secure_table('recovery_code');

-- Between the first step and the second there is no session, only this, for ten minutes.
create table sign_in_ticket (
  tenant_id uuid not null,
  token_hash bytea not null,
  person_id uuid not null,
  method text not null check (method in ('password', 'link', 'sso')),
  expires_at timestamptz not null,
  primary key (tenant_id, token_hash),
  foreign key (tenant_id, person_id) references person on delete cascade
);
call secure_table('sign_in_ticket');
