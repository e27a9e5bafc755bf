-- What one person did to many duties at once, so that all of it can still be taken back another day.

create table duty_batch (
  tenant_id uuid not null references tenant,
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  action text not null,                  -- as app/duties/bulk/bulk.ts names it
  reason text,
  done_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references person
);
create index on duty_batch (tenant_id, person_id, done_at desc);
call secure_table('duty_batch');

-- The lines of the duties' ledgers that it made, in the order they were made.
create table duty_batch_line (
  tenant_id uuid not null references tenant,
  batch_id uuid not null,
  n integer not null,
  duty_id uuid not null,
  seq integer not null,                  -- of the duty's ledger
  undone_at timestamptz,                 -- taken back with its batch
  primary key (tenant_id, batch_id, n),
  foreign key (tenant_id, batch_id) references duty_batch on delete cascade,
  foreign key (tenant_id, duty_id) references duty
);
create index on duty_batch_line (tenant_id, duty_id);
call secure_table('duty_batch_line');
