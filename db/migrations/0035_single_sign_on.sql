-- OpenID Connect providers of a province, whom they vouch for, and attempts on their way.

create table sso_provider (
  tenant_id uuid not null references tenant,
  id uuid not null default gen_random_uuid(),
  label text not null,                       -- on the button
  issuer text not null,
  client_id text not null,
  client_secret bytea not null,              -- sealed
  links_verified_email boolean not null default false,
  enabled boolean not null default true,
  changed_at timestamptz not null,
  primary key (tenant_id, id)
);
create unique index on sso_provider (tenant_id, issuer, client_id);
call secure_table('sso_provider');

create table sso_identity (
  tenant_id uuid not null,
  provider_id uuid not null,
  subject text not null,                     -- the provider's own, unchanging name of the account
  person_id uuid not null,
  shown_as text,                             -- address or name the provider gives, for its owner to recognise
  linked_at timestamptz not null,
  primary key (tenant_id, provider_id, subject),
  unique (tenant_id, provider_id, person_id),
  foreign key (tenant_id, provider_id) references sso_provider on delete cascade,
  foreign key (tenant_id, person_id) references person on delete cascade
);
call secure_table('sso_identity');

-- A person on their way to the provider and back; bound to their browser by a cookie, used once.
create table sso_attempt (
  tenant_id uuid not null,
  token_hash bytea not null,                 -- sha256 of the cookie's secret
  provider_id uuid not null,
  checks bytea not null,                     -- state, nonce and code verifier, sealed
  linking_person_id uuid,                    -- set: a signed-in person links their account
  entry_link_hash bytea,                     -- set: came with an invitation
  return_to text,
  expires_at timestamptz not null,
  primary key (tenant_id, token_hash),
  foreign key (tenant_id, provider_id) references sso_provider on delete cascade,
  foreign key (tenant_id, linking_person_id) references person on delete cascade
);
call secure_table('sso_attempt');
