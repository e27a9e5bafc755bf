-- Several things may be waited for at once: the clock goes on when the last of them has come.
alter table assignment
  add column waits_for text[] not null default '{}'; -- of 'pause', 'withdrawal', 'difficulty'
update assignment set waits_for = array[case when state = 'withdrawn' then 'withdrawal' else 'pause' end]
  where stopped_on is not null;

-- What a province changed in the shipped table of holidays (data/holidays.json): its own rows, and rows left out.
create table holiday_change (
  tenant_id uuid not null references tenant,
  date date not null,
  is_left_out boolean not null default false, -- a shipped row that does not hold here
  name text not null,
  kind text not null check (kind in ('fixed', 'lunar', 'compensation', 'swap-off', 'swap-work')),
  source text not null,
  verified boolean not null,
  changed_at timestamptz not null,
  primary key (tenant_id, date)
);
call secure_table('holiday_change');
