-- The heads of the ledger's chains, sealed each day; and the checks of the ledger that people or the night asked for.
create table ledger_seal (
  tenant_id uuid not null references tenant,
  day date not null,                     -- the office day whose lines it closes
  sealed_at timestamptz not null,
  chains integer not null,               -- chains that grew since the seal before
  lines bigint not null,                 -- lines of all chains up to here
  root bytea not null,                   -- root of the Merkle tree over ledger_seal_head of the day
  previous_hash bytea,                   -- of the seal before; null for the first
  hash bytea not null,
  signature bytea not null,              -- over the hash, with a key that is not in the database
  primary key (tenant_id, day)
);
call secure_table('ledger_seal', 'select, insert');

create table ledger_seal_head (
  tenant_id uuid not null references tenant,
  day date not null,
  position integer not null,             -- leaf of the tree, from 0: does not depend on the server's collation
  subject_kind text not null,
  subject_id uuid not null,
  since integer not null,                -- lines of the chain that an earlier seal closed
  seq integer not null,                  -- its last line when it was sealed
  hash bytea not null,                   -- of that line
  primary key (tenant_id, day, position),
  foreign key (tenant_id, day) references ledger_seal deferrable initially deferred
);
create index on ledger_seal_head (tenant_id, subject_kind, subject_id, seq desc);
call secure_table('ledger_seal_head', 'select, insert');

create table ledger_check (
  tenant_id uuid not null references tenant,
  id uuid not null default gen_random_uuid(),
  asked_by uuid,                         -- null: the program, at night
  started_at timestamptz not null,
  seen_at timestamptz not null,          -- last sign of life; a check whose program was stopped stands still
  finished_at timestamptz,
  lines bigint not null default 0,       -- read so far
  of_lines bigint not null default 0,
  chains integer not null default 0,
  seals integer not null default 0,
  findings jsonb,                        -- [] when all is as it was written
  primary key (tenant_id, id)
);
create index on ledger_check (tenant_id, started_at desc);
call secure_table('ledger_check');

-- The agency a line tells of, for the filter. Row-level security keeps an index on payload->>'agencyId' from being used.
alter table event add column agency_id uuid
  generated always as (case when payload->>'agencyId' ~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' then (payload->>'agencyId')::uuid end) stored;
create index on event (tenant_id, agency_id, id desc) where agency_id is not null;
