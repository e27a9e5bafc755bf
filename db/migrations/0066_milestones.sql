-- Steps on the way of one agency's part, named by the agency.
create table milestone (
  tenant_id uuid not null references tenant,
  id uuid not null default gen_random_uuid(),
  assignment_id uuid not null,
  name text not null,
  due_on date not null,
  reached_on date,                       -- null: still ahead
  added_by uuid not null,
  added_at timestamptz not null,
  removed_at timestamptz,                -- kept, so that its events still name something
  primary key (tenant_id, id),
  foreign key (tenant_id, assignment_id) references assignment on delete cascade,
  foreign key (tenant_id, added_by) references person
);
create index on milestone (tenant_id, assignment_id) where removed_at is null;
call secure_table('milestone');
