-- After issue: the signed copy, that it was sent, and corrections as versions of their own.

-- A correction carries on from the frozen report, which stays.
alter table consolidation add column version integer not null default 1;
alter table consolidation add column corrects uuid;            -- the issued report it carries on from
alter table consolidation add column correction_reason text;
alter table consolidation drop constraint consolidation_tenant_id_period_id_key;
alter table consolidation add unique (tenant_id, period_id, version);
alter table consolidation add foreign key (tenant_id, corrects) references consolidation;
alter table consolidation add check ((version = 1) = (corrects is null));
alter table consolidation add check ((corrects is null) = (correction_reason is null));
create unique index on consolidation (tenant_id, period_id) where state = 'draft';

-- The sentence of the version before that this one carries on from.
alter table consolidation_sentence add column carries uuid;

-- The report as signed, a PDF in app/files; its hash is the file's.
create table consolidation_signed (
  tenant_id uuid not null references tenant,
  consolidation_id uuid not null,
  file_id uuid not null,
  added_by uuid not null,
  added_at timestamptz not null,
  primary key (tenant_id, consolidation_id, file_id),
  foreign key (tenant_id, consolidation_id) references consolidation,
  foreign key (tenant_id, file_id) references file,
  foreign key (tenant_id, added_by) references person
);
call secure_table('consolidation_signed');

-- That it was sent to whom it is for: the day and the way.
create table consolidation_sending (
  tenant_id uuid not null references tenant,
  id uuid not null default gen_random_uuid(),
  consolidation_id uuid not null,
  sent_on date not null,
  way text not null check (way in ('axis', 'office', 'email', 'post', 'hand')),
  sent_to text not null check (sent_to <> ''),
  note text not null default '',
  noted_by uuid not null,
  noted_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, consolidation_id) references consolidation,
  foreign key (tenant_id, noted_by) references person
);
call secure_table('consolidation_sending');
