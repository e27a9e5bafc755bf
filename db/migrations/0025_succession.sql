-- Agencies are merged, split, renamed, dissolved, or hand over a field, on a day and on a legal basis. What follows
-- them is written down row by row, so that it can be undone; what an agency held on any day can be asked for.

alter table assignment no force row level security;
alter table duty no force row level security;

alter table assignment
  -- Whom the part was first given to, when a succession moved it since; null: it never moved.
  add column first_agency_id uuid,
  add column given_at timestamptz,
  add foreign key (tenant_id, first_agency_id) references agency;
update assignment set given_at = duty.created_at from duty
  where duty.tenant_id = assignment.tenant_id and duty.id = assignment.duty_id;
-- A successor may hold its own part of a duty and the one it took over: each keeps its state, its clock and its words.
alter table assignment
  drop constraint assignment_tenant_id_duty_id_agency_id_role_key,
  add unique nulls not distinct (tenant_id, duty_id, agency_id, role, first_agency_id);

-- Parts that changed hands on a day. Rows go when the succession is undone; the ledger keeps both.
create table assignment_handover (
  tenant_id uuid not null references tenant,
  assignment_id uuid not null,
  succession_id uuid not null,
  from_agency_id uuid not null,
  to_agency_id uuid not null,
  on_day date not null,                  -- the first day on which it is the successor's
  primary key (tenant_id, assignment_id, succession_id),
  foreign key (tenant_id, assignment_id) references assignment on delete cascade,
  foreign key (tenant_id, from_agency_id) references agency,
  foreign key (tenant_id, to_agency_id) references agency
);
call secure_table('assignment_handover');

-- What each part was, from which moment on: so that any page can be asked for as of a day.
create table assignment_version (
  tenant_id uuid not null references tenant,
  assignment_id uuid not null,
  changed_at timestamptz not null,
  held jsonb not null,                   -- the row as it stood
  primary key (tenant_id, assignment_id, changed_at),
  foreign key (tenant_id, assignment_id) references assignment on delete cascade
);
call secure_table('assignment_version');
alter table assignment_version no force row level security;
insert into assignment_version (tenant_id, assignment_id, changed_at, held)
  select tenant_id, id, changed_at, to_jsonb(a) from assignment a;
alter table assignment_version force row level security;
alter table assignment force row level security;
alter table duty force row level security;

create function keep_given_at() returns trigger language plpgsql as $$ begin
  new.given_at := coalesce(new.given_at, new.changed_at);
  return new;
end $$;
create trigger keep_given_at before insert on assignment for each row execute function keep_given_at();

create function keep_assignment_version() returns trigger language plpgsql as $$ begin
  insert into assignment_version (tenant_id, assignment_id, changed_at, held)
    values (new.tenant_id, new.id, new.changed_at, to_jsonb(new))
    on conflict (tenant_id, assignment_id, changed_at) do update set held = excluded.held;
  return null;
end $$;
create trigger keep_assignment_version after insert or update on assignment
  for each row execute function keep_assignment_version();

-- Who held a part on a day: before its first handover after that day, whoever gave it away then.
create function agency_of_part_on(part uuid, now_held_by uuid, day date) returns uuid language sql stable as $$
  select coalesce((select h.from_agency_id from assignment_handover h
    where h.tenant_id = (select current_tenant()) and h.assignment_id = part and h.on_day > day
    order by h.on_day limit 1), now_held_by) $$;

-- The full name an agency had on a day; the one in the register when none is dated so.
create function agency_name_on(agency uuid, day date, otherwise text) returns text language sql stable as $$
  select coalesce((select n.name from agency_name n
    where n.tenant_id = (select current_tenant()) and n.agency_id = agency and n.kind = 'full'
      and (n.valid_from is null or n.valid_from <= day) and (n.valid_to is null or n.valid_to >= day)
    limit 1), otherwise) $$;

-- A report that its agency still owed goes to the successor; where that one owes its own, the two become one.
alter table agency_report
  add column joined_into uuid,
  add foreign key (tenant_id, joined_into) references agency_report;

create table agency_report_handover (
  tenant_id uuid not null references tenant,
  agency_report_id uuid not null,
  succession_id uuid not null,
  from_agency_id uuid not null,
  from_agency_name text not null,
  on_day date not null,
  primary key (tenant_id, agency_report_id, succession_id),
  foreign key (tenant_id, agency_report_id) references agency_report on delete cascade,
  foreign key (tenant_id, from_agency_id) references agency
);
call secure_table('agency_report_handover');

create table succession (
  tenant_id uuid not null references tenant,
  id uuid not null default gen_random_uuid(),
  kind text not null check (kind in ('merge', 'split', 'rename', 'dissolve', 'transfer')),
  on_day date not null,                  -- the first day of the new order
  basis text not null,                   -- the legal basis, in words
  document_id uuid,                      -- the same as a document read in
  mark text not null check (mark in ('verified', 'to-confirm')),
  source text,                           -- where a proposal comes from
  proposal text,                         -- its key in data/successions-2025.json
  plan jsonb not null,                   -- whom, to whom, fields, choices: app/succession/succession.ts
  state text not null default 'draft' check (state in ('draft', 'applied', 'undone', 'discarded')),
  revision integer not null default 0,
  created_by uuid not null,
  created_at timestamptz not null,
  applied_by uuid,
  applied_at timestamptz,
  undone_by uuid,
  undone_at timestamptz,
  undo_reason text,
  primary key (tenant_id, id),
  foreign key (tenant_id, document_id) references document on delete set null (document_id)
);
create index on succession (tenant_id, state, on_day desc);
call secure_table('succession');

-- Exactly what was changed, each row before and after.
create table succession_move (
  tenant_id uuid not null references tenant,
  succession_id uuid not null,
  position integer not null,
  what text not null,
  subject_id text not null,
  label text not null,
  note text,
  before jsonb,
  after jsonb,
  primary key (tenant_id, succession_id, position),
  foreign key (tenant_id, succession_id) references succession
);
call secure_table('succession_move', 'select, insert, delete');

-- The register's own memory: who came after whom, since when, with which share or field.
create table agency_succession (
  tenant_id uuid not null references tenant,
  succession_id uuid not null,
  from_agency_id uuid not null,
  to_agency_id uuid not null,
  kind text not null,
  on_day date not null,
  share text,                            -- the field it took over; null: everything
  basis text not null,
  primary key (tenant_id, succession_id, from_agency_id, to_agency_id),
  foreign key (tenant_id, from_agency_id) references agency,
  foreign key (tenant_id, to_agency_id) references agency
);
create index on agency_succession (tenant_id, from_agency_id);
create index on agency_succession (tenant_id, to_agency_id);
call secure_table('agency_succession');
