-- A report as issued is a file like any other: named, looked at, checked and backed up the same way.

alter table consolidation add column issued_file_id uuid;
alter table consolidation add foreign key (tenant_id, issued_file_id) references file;

-- Those issued before. The owner is bound by row-level security too, except while it is not forced.
alter table consolidation no force row level security;
alter table file no force row level security;
alter table consolidation disable trigger user;
with issued as (
  select tenant_id, id, gen_random_uuid() as file_id, issued_sha256, letter, issued_by, issued_at
  from consolidation where issued_sha256 is not null
), named as (
  insert into file (tenant_id, id, sha256, name, media_type, size, uploaded_by, uploaded_at)
  select tenant_id, file_id, issued_sha256,
    left(translate(coalesce(letter->>'number', 'so') || '-' || coalesce(letter->>'notation', ''), '/\', '--'), 140) || '.docx',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 0, issued_by, issued_at
  from issued
)
update consolidation set issued_file_id = issued.file_id
from issued where consolidation.tenant_id = issued.tenant_id and consolidation.id = issued.id;
alter table consolidation enable trigger user;
alter table file force row level security;
alter table consolidation force row level security;
