-- Two copies of one document compared, and what people chose for each difference.

create table copy_comparison (
  tenant_id uuid not null references tenant,
  id uuid not null default gen_random_uuid(),
  document_id uuid not null,
  our_text text not null,                -- the document's text when it was compared: spans point into it
  other_text text not null,
  other_name text,                       -- name of the file; null for pasted text
  comparison jsonb not null,             -- libraries/document Comparison, as it was read then
  decisions jsonb not null default '[]', -- the last one for each difference, with who, when and why
  log jsonb not null default '[]',       -- every decision ever made, oldest first
  state text not null default 'open' check (state in ('open', 'applied', 'proposed')),
  made_by uuid not null,
  made_at timestamptz not null,
  closed_by uuid,
  closed_at timestamptz,
  revision integer not null default 0,   -- counts decisions: two people deciding at once are told
  primary key (tenant_id, id),
  foreign key (tenant_id, document_id) references document on delete cascade
);
create index on copy_comparison (tenant_id, document_id, made_at desc);
call secure_table('copy_comparison');
