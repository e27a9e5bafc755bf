-- Personal data (Luật 91/2025/QH15): what is sensitive sealed, requests of its owners with their clock, retention.
-- Which fields are kept, why, and for how long: data/personal-data.json.

create table person_contact (
  tenant_id uuid not null references tenant,
  person_id uuid not null,
  phone bytea,                           -- sealed (app/platform/seal.ts); the key is outside the database
  personal_email bytea,                  -- sealed
  changed_at timestamptz not null,
  primary key (tenant_id, person_id),
  foreign key (tenant_id, person_id) references person on delete cascade
);
call secure_table('person_contact');

create table personal_data_request (
  tenant_id uuid not null references tenant,
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  kind text not null check (kind in ('correct', 'erase', 'restrict', 'object')),
  wish text not null,                    -- in the person's own words
  asked_at timestamptz not null,
  acknowledge_by date not null,          -- last working day to say that it was received
  acknowledged_at timestamptz,
  acknowledged_by uuid,
  decision text check (decision in ('granted', 'refused')),
  reason text,
  decided_at timestamptz,
  decided_by uuid,
  withdrawn_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references person,
  foreign key (tenant_id, acknowledged_by) references person,
  foreign key (tenant_id, decided_by) references person,
  -- Who asked never decides.
  check (decided_by is null or decided_by <> person_id),
  check ((decision is null) = (decided_at is null))
);
create index on personal_data_request (tenant_id, person_id, asked_at);
call secure_table('personal_data_request');

-- What the nightly job found past its retention; erased only after somebody confirms.
create table retention_notice (
  tenant_id uuid not null references tenant,
  id uuid not null default gen_random_uuid(),
  field_group text not null,             -- key in data/personal-data.json
  found_on date not null,
  before_on date not null,               -- rows older than this day
  row_count integer not null,
  confirmed_at timestamptz,
  confirmed_by uuid,
  erased_count integer,
  primary key (tenant_id, id),
  foreign key (tenant_id, confirmed_by) references person
);
create unique index on retention_notice (tenant_id, field_group) where confirmed_at is null;
call secure_table('retention_notice');
