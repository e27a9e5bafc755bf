-- What a person holds when they leave an agency, and who takes each thing over. Nothing moves before it is received.

create table hand_over (
  tenant_id uuid not null references tenant,
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,               -- who leaves
  agency_id uuid not null,
  last_day date not null,
  ends_work boolean not null,            -- leaves for good, not only this agency
  prepared_by uuid not null,
  prepared_at timestamptz not null,
  cancelled_at timestamptz,
  cancelled_by uuid,
  received_at timestamptz,               -- when the last item was received, and all of it took effect
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references person,
  foreign key (tenant_id, agency_id) references agency,
  foreign key (tenant_id, prepared_by) references person,
  check (cancelled_at is null or received_at is null)
);
-- One hand-over of a person and agency is open at a time.
create unique index on hand_over (tenant_id, person_id, agency_id) where cancelled_at is null and received_at is null;
call secure_table('hand_over');

create table hand_over_item (
  tenant_id uuid not null references tenant,
  id uuid not null default gen_random_uuid(),
  hand_over_id uuid not null,
  position integer not null,
  kind text not null check (kind in ('role', 'assignment', 'report', 'document', 'substitution', 'promise', 'contact', 'other')),
  subject_id uuid,                       -- of the role, assignment, report, document or absence; null for what was typed in
  page text,                             -- where it is
  title text not null,                   -- as it was on the day of the hand-over
  detail text,                           -- state, due date, last words of the log
  due_on date,
  successor_id uuid,                     -- null: ends with the person's work, nobody takes it over
  received_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, hand_over_id) references hand_over on delete cascade,
  foreign key (tenant_id, successor_id) references person
);
create index on hand_over_item (tenant_id, hand_over_id, position);
create index on hand_over_item (tenant_id, successor_id);
call secure_table('hand_over_item');
