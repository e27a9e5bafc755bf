-- A part's clock may stand still while its agency waits on somebody else, and its due day may be moved on request.

alter table assignment
  add column first_due_on date,          -- never changes, for statistics
  add column stopped_on date,            -- the day from which the clock stands still; null: it runs
  add column paused_until date,          -- the day on which a pause ends by itself; null: not paused
  -- What it was before it was paused or withdrawn, to go on from there.
  add column state_before text check (state_before in ('assigned', 'received', 'in-progress', 'returned', 'refused'));
update assignment set first_due_on = due_on;

alter table duty
  add column stopped_on date,            -- since when all who decide it wait on somebody else
  -- Where the due day comes from: words of the document; taken over from another part of it; proposed by an agency
  -- and granted; set or agreed to by the focal officer.
  add column due_source text check (due_source in ('stated', 'inherited', 'proposed', 'confirmed'));
update duty set due_source = 'stated' where due_on is not null;

-- An agency asks for a later day; somebody else decides and may propose another day, which the agency takes or not.
create table extension (
  tenant_id uuid not null references tenant,
  id uuid not null default gen_random_uuid(),
  assignment_id uuid not null,
  state text not null default 'open' check (state in ('open', 'granted', 'rejected', 'countered', 'accepted', 'declined', 'taken-back')),
  due_before date,                       -- null: the part had no due day
  wanted_on date not null,
  reason text not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  countered_on date,                     -- the day the decider proposes instead
  decided_by uuid,
  decided_at timestamptz,
  decision_reason text,
  answered_at timestamptz,               -- when the agency took or refused that day
  primary key (tenant_id, id),
  foreign key (tenant_id, assignment_id) references assignment on delete cascade,
  foreign key (tenant_id, asked_by) references person,
  foreign key (tenant_id, decided_by) references person,
  check (decided_by is null or decided_by <> asked_by)
);
create unique index on extension (tenant_id, assignment_id) where state in ('open', 'countered');
create index on extension (tenant_id, state);
call secure_table('extension');
