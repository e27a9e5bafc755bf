-- Other places that name a duty which is there already: a row of an office's tracker, a sentence of a later document.
-- A person said that it is the same work, so it is counted once, where it was given first.

create table duty_mention (
  tenant_id uuid not null references tenant,
  id uuid not null default gen_random_uuid(),
  duty_id uuid not null,
  document_id uuid,                      -- null: said in a tracker that made no document of its own
  place text not null,                   -- 'III.2.c', or 'Bảng theo dõi.xlsx, dòng 12'
  words text not null,
  said_by uuid not null,
  said_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, duty_id) references duty on delete cascade,
  foreign key (tenant_id, document_id) references document,
  foreign key (tenant_id, said_by) references person
);
create index on duty_mention (tenant_id, duty_id);
create index on duty_mention (tenant_id, document_id);
call secure_table('duty_mention');
