-- Documents read in, with what was read and what people corrected in it.

create table document (
  tenant_id uuid not null references tenant,
  id uuid not null default gen_random_uuid(),
  symbol text,                           -- as printed, spaces around / and - removed
  kind text,
  title text,
  issuer text,
  place text,
  issued_on date,
  text text not null,                    -- every span of the reading points into this
  reading jsonb not null,                -- libraries/document Reading, with people's corrections in it
  state text not null default 'draft' check (state in ('draft', 'published')),
  file_id uuid,                          -- null for pasted text
  created_by uuid not null,
  created_at timestamptz not null,
  published_at timestamptz,
  revision integer not null default 0,   -- counts corrections: two people editing at once are told
  primary key (tenant_id, id),
  foreign key (tenant_id, file_id) references file
);
-- A document is known by symbol, issuer and date together: the symbol alone returns every year and in every province.
create unique index document_identity on document (tenant_id, symbol, fold(issuer), issued_on);
create index on document (tenant_id, created_at desc);
create index on document using gin (fold(coalesce(symbol, '') || ' ' || coalesce(title, '') || ' ' || coalesce(issuer, '')) gin_trgm_ops);
call secure_table('document');
