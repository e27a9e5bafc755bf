-- What people say to each other about a piece of work, and who follows it.

create table comment (
  tenant_id uuid not null references tenant,
  id uuid not null default gen_random_uuid(),
  subject_kind text not null,            -- 'duty'; others as app/conversation/subjects.ts names them
  subject_id uuid not null,
  author_id uuid not null,
  words text not null check (length(words) between 1 and 8000), -- a person who is named stands as '@{id}'
  mentions uuid[] not null default '{}',
  written_at timestamptz not null,
  changed_at timestamptz,
  removed_at timestamptz,                -- by its author; the ledger keeps the words
  primary key (tenant_id, id),
  foreign key (tenant_id, author_id) references person
);
create index on comment (tenant_id, subject_kind, subject_id, written_at);
call secure_table('comment');

create table follow (
  tenant_id uuid not null references tenant,
  person_id uuid not null,
  subject_kind text not null,
  subject_id uuid not null,
  since timestamptz not null,
  told_seq integer not null,             -- the last line of the subject's ledger that its follower was told of
  primary key (tenant_id, person_id, subject_kind, subject_id),
  foreign key (tenant_id, person_id) references person on delete cascade
);
create index on follow (tenant_id, subject_kind, subject_id);
call secure_table('follow');
