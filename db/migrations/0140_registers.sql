-- What all registers share. Each register's rows stand in a table of its own, made by a generated migration.

-- What rows point at through their links and files, to find the way back. A projection of the rows.
create table register_link (
  tenant_id uuid not null references tenant,
  register text not null,
  row_id uuid not null,
  field text not null,
  target text not null,                  -- 'duty', 'document', 'file', 'register:aid-project'
  target_id uuid not null,
  primary key (tenant_id, register, row_id, field, target_id)
);
create index on register_link (tenant_id, target, target_id);
call secure_table('register_link');

-- Days that rows set by their timers, and the duty that each of them made.
create table register_due (
  tenant_id uuid not null references tenant,
  id uuid not null default gen_random_uuid(),
  register text not null,
  row_id uuid not null,
  timer text not null,
  due_on date not null,
  agency_id uuid not null,
  duty_id uuid,                          -- null: its day is still too far ahead
  done_on date,                          -- what it waited for is there, or the row no longer asks for it
  made_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, register, row_id, timer, due_on),
  foreign key (tenant_id, agency_id) references agency,
  foreign key (tenant_id, duty_id) references duty on delete set null (duty_id)
);
create index on register_due (tenant_id, due_on) where done_on is null;
create index on register_due (tenant_id, duty_id) where duty_id is not null;
call secure_table('register_due');

-- Counts of timers and thresholds that a province set otherwise than the declaration.
create table register_setting (
  tenant_id uuid not null references tenant,
  register text not null,
  name text not null,                    -- 'timer.renewal', 'threshold.founders'
  value numeric not null,
  source text not null check (source <> ''),
  mark text not null check (mark in ('V', 'V2', 'R')),
  set_by uuid not null,
  set_at timestamptz not null,
  primary key (tenant_id, register, name),
  foreign key (tenant_id, set_by) references person
);
call secure_table('register_setting');

-- Two rows that look like the same thing, and what a person decided of them. `row_id` is the later one.
create table register_likeness (
  tenant_id uuid not null references tenant,
  register text not null,
  row_id uuid not null,
  other_id uuid not null,
  alike real not null,
  found_at timestamptz not null,
  decision text check (decision in ('different', 'merged')),
  decided_by uuid,
  decided_at timestamptz,
  primary key (tenant_id, register, row_id, other_id),
  foreign key (tenant_id, decided_by) references person,
  check ((decision is null) = (decided_at is null))
);
create index on register_likeness (tenant_id, register) where decision is null;
call secure_table('register_likeness');
