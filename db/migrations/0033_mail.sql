-- Letters the program sends. They are written in the transaction that has the reason for them and sent afterwards.
create table mail (
  tenant_id uuid not null references tenant,
  id uuid not null default gen_random_uuid(),
  person_id uuid,                        -- to whom, when they are one of ours
  recipient text not null,               -- the address
  subject text not null,
  body text not null,                    -- plain text; '{{secret}}' stands where the secret goes
  secret bytea,                          -- a one-time link, sealed; gone once sent, handed over or given up
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'failed', 'handed')),
  attempts integer not null default 0,
  next_attempt_at timestamptz not null,
  last_error text,                       -- what the mail server said, without addresses
  created_at timestamptz not null,
  done_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references person on delete cascade
);
create index on mail (tenant_id, next_attempt_at) where state = 'waiting';
create index on mail (tenant_id, created_at desc);
call secure_table('mail');
