-- A duty that comes back: its rhythm, and one row for each part and each time it is due. Days live here; the part
-- itself stays open and is due when the first of them that is not done is due.

create table rhythm (
  tenant_id uuid not null references tenant,
  duty_id uuid not null,
  words text not null,                   -- as printed, or as the focal officer said it
  deadline jsonb not null,               -- the words as libraries/calendar read them
  after date not null,                   -- the first time is after this day
  set_by uuid,                           -- null: printed in the document
  set_at timestamptz not null,
  primary key (tenant_id, duty_id),
  foreign key (tenant_id, duty_id) references duty on delete cascade,
  foreign key (tenant_id, set_by) references person
);
call secure_table('rhythm');

create table occurrence (
  tenant_id uuid not null references tenant,
  id uuid not null default gen_random_uuid(),
  assignment_id uuid not null,
  every text not null check (every in ('week', 'month', 'quarter', 'half-year', 'nine-months', 'year')),
  occurs_on date not null,               -- the day the rhythm names
  due_on date not null,                  -- that day, or the next that is worked; moved with the clock of its part
  first_due_on date not null,
  made_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, assignment_id, occurs_on, every),
  foreign key (tenant_id, assignment_id) references assignment on delete cascade
);
call secure_table('occurrence');

-- Progress may tell of one time; the entry that closes it says that it is done. Evidence may be a link.
alter table progress_entry
  add column occurrence_id uuid,
  add column closes boolean not null default false check (not closes or occurrence_id is not null),
  add column links text[] not null default '{}',
  add foreign key (tenant_id, occurrence_id) references occurrence;
create index on progress_entry (tenant_id, occurrence_id) where occurrence_id is not null;
alter table progress_taken_back
  add column occurrence_id uuid,
  add column closes boolean not null default false,
  add column links text[] not null default '{}',
  add foreign key (tenant_id, occurrence_id) references occurrence;
