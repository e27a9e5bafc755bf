-- Difficulties (khó khăn, vướng mắc) that an agency meets with its part of a duty, and who answers them by when.

create table difficulty (
  tenant_id uuid not null references tenant,
  id uuid not null default gen_random_uuid(),
  duty_id uuid not null,
  assignment_id uuid not null,
  agency_id uuid not null,               -- whose difficulty it is
  cause text not null,                   -- data/difficulties.json
  words text not null,
  state text not null default 'open' check (state in ('open', 'answered', 'taken-back')),
  level text not null check (level in ('focal', 'committee', 'authority')), -- who has to answer now
  authority_id uuid,                     -- the agency with authority, at level 'authority'
  proposal text,                         -- what the focal agency proposed when it passed it up
  proposed_by uuid,
  reply_due_on date not null,
  raised_by uuid not null,
  raised_at timestamptz not null,
  answer text,
  answered_by uuid,
  answered_at timestamptz,
  answered_with uuid,                    -- the difficulty whose answer this one shares
  follow_up_id uuid,                     -- the duty that the answer gave out
  primary key (tenant_id, id),
  foreign key (tenant_id, duty_id) references duty on delete cascade,
  foreign key (tenant_id, assignment_id) references assignment on delete cascade,
  foreign key (tenant_id, agency_id) references agency,
  foreign key (tenant_id, authority_id) references agency,
  foreign key (tenant_id, raised_by) references person,
  foreign key (tenant_id, answered_by) references person,
  foreign key (tenant_id, answered_with) references difficulty,
  foreign key (tenant_id, follow_up_id) references duty,
  check ((level = 'authority') = (authority_id is not null)),
  check (answered_by is null or answered_by <> raised_by)
);
create index on difficulty (tenant_id, state, reply_due_on);
create index on difficulty (tenant_id, assignment_id);
create index on difficulty (tenant_id, cause, state);
call secure_table('difficulty');
