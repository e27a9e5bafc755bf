-- Other systems that are told of notices. Each message is signed, tried again with growing pauses, and kept when it
-- was given up, to be seen and sent again.
create table webhook (
  tenant_id uuid not null references tenant,
  id uuid not null default gen_random_uuid(),
  url text not null,
  secret bytea not null,                 -- sealed; the key of the signature
  is_on boolean not null default true,
  created_by uuid not null,
  created_at timestamptz not null,
  after_seq bigint not null,             -- notices up to this one have been queued
  primary key (tenant_id, id),
  foreign key (tenant_id, created_by) references person
);
call secure_table('webhook');

create table webhook_delivery (
  tenant_id uuid not null references tenant,
  id uuid not null default gen_random_uuid(),
  webhook_id uuid not null,
  notice_id uuid not null,
  body text not null,                    -- as it is signed and sent
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'dead')),
  attempts integer not null default 0,
  next_attempt_at timestamptz not null,
  last_error text,
  created_at timestamptz not null,
  done_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, webhook_id) references webhook on delete cascade,
  foreign key (tenant_id, notice_id) references notice on delete cascade,
  unique (tenant_id, webhook_id, notice_id)
);
create index on webhook_delivery (tenant_id, next_attempt_at) where state = 'waiting';
create index on webhook_delivery (tenant_id, webhook_id, created_at desc);
call secure_table('webhook_delivery');
