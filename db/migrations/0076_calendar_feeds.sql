-- Calendars that other programs read: of a person's own work, or of an agency's. Whoever has the address reads it, so
-- it is a secret: only its hash is kept, and it can be revoked.
create table calendar_feed (
  tenant_id uuid not null references tenant,
  id uuid not null default gen_random_uuid(),
  token_hash bytea not null,             -- sha256 of the secret in the address
  person_id uuid not null,               -- who made it; of a personal feed also whose it is
  agency_id uuid,                        -- null: a person's own
  created_at timestamptz not null,
  fetched_at timestamptz,                -- when a program last read it, to the hour
  revoked_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, token_hash),
  foreign key (tenant_id, person_id) references person on delete cascade,
  foreign key (tenant_id, agency_id) references agency
);
call secure_table('calendar_feed');
