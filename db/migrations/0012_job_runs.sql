-- Work that is due at an hour of the day, done once however often the program restarts or how many of it run.
-- It belongs to the installation, not to a province: a job goes through the provinces itself.
create table job_run (
  name text not null,
  day date not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  failure text,                          -- what went wrong the last time, without personal data
  attempts integer not null default 1,
  primary key (name, day)
);
alter table job_run enable row level security, force row level security;
create policy installation on job_run using (true) with check (true);
grant select, insert, update on job_run to nhipcau_app;
