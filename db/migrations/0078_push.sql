-- Notices on a person's own device, by the push service of their browser.
create table push_key (
  tenant_id uuid not null references tenant,
  public_key text not null,              -- VAPID, as browsers are given it
  private_key bytea not null,            -- sealed
  made_at timestamptz not null,
  primary key (tenant_id)
);
call secure_table('push_key');

create table push_subscription (
  tenant_id uuid not null references tenant,
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  endpoint_hash bytea not null,          -- sha256 of the address
  content bytea not null,                -- address and keys of the device, sealed
  after_seq bigint not null,             -- notices up to this one have been sent or left out
  failures integer not null default 0,
  made_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, endpoint_hash),
  foreign key (tenant_id, person_id) references person on delete cascade
);
call secure_table('push_subscription');
