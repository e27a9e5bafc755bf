-- Duties of published documents; each agency that has a part in one has its own assignment, state and clock.

create table duty (
  tenant_id uuid not null references tenant,
  id uuid not null default gen_random_uuid(),
  document_id uuid not null,
  position integer not null,             -- order in the document, from 1
  path text not null,                    -- e.g. III.2.c; '' where the document has no numbering
  text text not null,
  text_begin integer not null,           -- [begin, end) into document.text, UTF-16 units
  text_end integer not null,
  is_request boolean not null,           -- asked of, not ordered: never counted late
  deadline_words text,                   -- as printed
  deadline_kind text,                    -- libraries/calendar kind of the words
  due_on date,                           -- null: no date follows from the words
  first_due_on date,                     -- never changes, for statistics
  report_to text,
  product text,
  task_groups text[] not null default '{}', -- paths of the plan's task groups it serves, e.g. {II.1}
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, document_id) references document,
  unique (tenant_id, document_id, position)
);
create index on duty using gin (fold(text) gin_trgm_ops);
create index on duty (tenant_id, due_on);
call secure_table('duty');

create table assignment (
  tenant_id uuid not null references tenant,
  id uuid not null default gen_random_uuid(),
  duty_id uuid not null,
  agency_id uuid not null,
  printed_name text not null,            -- as the document says it, e.g. 'Các Sở, ban, ngành'
  role text not null check (role in ('holder', 'coordinator')),
  leads boolean not null,                -- a holder that leads, or merely cooperates
  state text not null default 'assigned' check (state in ('assigned', 'received', 'in-progress', 'awaiting-confirmation', 'completed', 'returned', 'refused', 'paused', 'withdrawn')),
  due_on date,
  received_at timestamptz,
  completed_at timestamptz,              -- when its holder said it was done; the four cells count from this
  confirmed_at timestamptz,
  changed_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, duty_id) references duty on delete cascade,
  foreign key (tenant_id, agency_id) references agency,
  unique (tenant_id, duty_id, agency_id, role)
);
create index on assignment (tenant_id, agency_id, state);
create index on assignment (tenant_id, duty_id);
call secure_table('assignment');

-- What an agency did for its part, in its own words, with files as evidence.
create table progress_entry (
  tenant_id uuid not null references tenant,
  id uuid not null default gen_random_uuid(),
  assignment_id uuid not null,
  note text not null,
  done_on date not null,
  author_id uuid not null,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, assignment_id) references assignment on delete cascade,
  foreign key (tenant_id, author_id) references person
);
create index on progress_entry (tenant_id, assignment_id, done_on);
call secure_table('progress_entry');

create table evidence (
  tenant_id uuid not null references tenant,
  progress_entry_id uuid not null,
  file_id uuid not null,
  primary key (tenant_id, progress_entry_id, file_id),
  foreign key (tenant_id, progress_entry_id) references progress_entry on delete cascade,
  foreign key (tenant_id, file_id) references file
);
call secure_table('evidence');
