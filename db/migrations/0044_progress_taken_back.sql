-- Progress that its agency took back ("Hoàn tác"): out of every list and report, kept whole so that it can come again.
create table progress_taken_back (
  tenant_id uuid not null references tenant,
  id uuid not null,                      -- of the entry, and again when it is restored
  assignment_id uuid not null,
  note text not null,
  done_on date not null,
  author_id uuid not null,
  created_at timestamptz not null,
  file_ids uuid[] not null,
  taken_back_by uuid not null,
  taken_back_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, assignment_id) references assignment on delete cascade,
  foreign key (tenant_id, author_id) references person,
  foreign key (tenant_id, taken_back_by) references person
);
create index on progress_taken_back (tenant_id, assignment_id);
call secure_table('progress_taken_back');
