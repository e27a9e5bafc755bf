-- Files that are read in the background, and the pages of what was read from paper.

create table import_job (
  tenant_id uuid not null references tenant,
  id uuid not null default gen_random_uuid(), -- also the name of the temporary copy of the file
  name text not null,                    -- as its owner named it; emptied when the file is refused as secret
  media_type text not null,
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'refused', 'failed', 'cancelled')),
  attempts integer not null default 0,
  page integer,                          -- pages done so far, of `pages`
  pages integer,
  recognised boolean not null default false,
  problem text,                          -- one sentence, when it was refused or failed
  document_id uuid,
  known boolean,                         -- the document was there already
  created_by uuid not null,
  created_at timestamptz not null,
  finished_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, document_id) references document on delete cascade
);
create index on import_job (tenant_id, created_at) where state in ('waiting', 'running');
call secure_table('import_job');

create table document_page (
  tenant_id uuid not null,
  document_id uuid not null,
  number integer not null,               -- from 1
  begin_at integer not null,             -- span in document.text
  end_at integer not null,
  scanned boolean not null,
  file_id uuid,                          -- picture of a scanned page
  words jsonb not null,                  -- [begin, end, left, top, right, bottom, confidence] each, box and confidence 0–1
  primary key (tenant_id, document_id, number),
  foreign key (tenant_id, document_id) references document on delete cascade,
  foreign key (tenant_id, file_id) references file
);
call secure_table('document_page');
