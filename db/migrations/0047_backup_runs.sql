-- Backups and drills of the installation. They belong to no province: an archive carries all of them.
create table backup_run (
  id uuid primary key default gen_random_uuid(),
  kind text not null check (kind in ('backup', 'drill')),
  reason text not null check (reason in ('nightly', 'asked', 'command')),
  state text not null default 'running' check (state in ('running', 'done', 'failed')),
  started_at timestamptz not null,
  seen_at timestamptz not null,          -- sign of life; a run that stops giving it was cut off
  finished_at timestamptz,
  step text not null,                    -- rows, files, closing, checking, loading, comparing
  done integer not null default 0,       -- of `total`, within the step
  total integer not null default 0,
  failure text,                          -- one plain sentence
  archive text,                          -- name of the archive in `place`
  place text,                            -- folder
  size bigint,
  sha256 text,                           -- of the archive as it lies on disk
  row_count bigint,
  file_count integer,
  file_bytes bigint,
  unusable integer                       -- files that the rows name but the store no longer has, or has damaged
);
create index on backup_run (kind, started_at desc);
alter table backup_run enable row level security, force row level security;
create policy installation on backup_run using (true) with check (true);
grant select, insert, update on backup_run to nhipcau_app;

-- Readiness compares what was applied with what the program brings.
grant select on migration to nhipcau_app;
