-- Work handed on inside an agency: agency → division → person. An agency's part is done when its tasks are.

create table task (
  tenant_id uuid not null references tenant,
  id uuid not null default gen_random_uuid(),
  assignment_id uuid not null,
  parent_id uuid,                        -- the task it was handed on from; null: straight from the agency's part
  text text not null,
  division text,                         -- phòng, ban inside the agency, as the agency calls it
  person_id uuid not null,               -- who does it, or sees in the division that it is done
  due_on date,
  state text not null default 'open' check (state in ('open', 'done', 'cancelled')),
  given_by uuid not null,
  given_at timestamptz not null,
  ended_at timestamptz,
  note text,                             -- what was done, or why it was cancelled or opened again
  primary key (tenant_id, id),
  foreign key (tenant_id, assignment_id) references assignment on delete cascade,
  foreign key (tenant_id, parent_id) references task,
  foreign key (tenant_id, person_id) references person,
  foreign key (tenant_id, given_by) references person
);
create index on task (tenant_id, assignment_id);
create index on task (tenant_id, person_id, state);
call secure_table('task');
