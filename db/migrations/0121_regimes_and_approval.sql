-- Regimes that no plan asks for; periods that lock; reports approved by the head of their agency, returned with
-- reasons by heading, unlocked by exception, with files attached.

alter table report_definition
  alter column document_id drop not null, -- null: no plan; who reports follows from the definition alone
  add column origin_key text;             -- of data/report-definitions.json, when it was taken over from there
create unique index on report_definition (tenant_id, origin_key);

alter table report_period
  alter column opened_by drop not null,   -- null: by the program itself
  add column locks_on date;               -- the last day on which something is filed; null: never locked

alter table agency_report
  add column return_notes jsonb not null default '[]', -- [{slot, reason}] of the last return
  add column asked_by uuid,               -- who asked the head to approve; null: nobody waits for the head
  add column asked_at timestamptz,
  add column sent_back text,              -- what the head said when it was not approved
  add column open_until date,             -- unlocked by exception up to and with this day
  add foreign key (tenant_id, asked_by) references person,
  add check ((asked_by is null) = (asked_at is null));

alter table agency_report_filing
  add column approved_by uuid,            -- the head who let it leave the agency
  add column files jsonb not null default '[]', -- [{fileId, name, size}] as attached then
  add foreign key (tenant_id, approved_by) references person;

create table agency_report_unlock (
  tenant_id uuid not null references tenant,
  id uuid not null default gen_random_uuid(),
  agency_report_id uuid not null,
  reason text not null,
  until_on date not null,
  unlocked_by uuid not null,
  at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, agency_report_id) references agency_report,
  foreign key (tenant_id, unlocked_by) references person
);
create index on agency_report_unlock (tenant_id, agency_report_id);
-- An exception that was made stays told.
call secure_table('agency_report_unlock', 'select, insert');

create table agency_report_file (
  tenant_id uuid not null references tenant,
  agency_report_id uuid not null,
  file_id uuid not null,
  added_by uuid not null,
  added_at timestamptz not null,
  taken_out_at timestamptz,
  primary key (tenant_id, agency_report_id, file_id),
  foreign key (tenant_id, agency_report_id) references agency_report,
  foreign key (tenant_id, file_id) references file,
  foreign key (tenant_id, added_by) references person
);
create index on agency_report_file (tenant_id, file_id);
call secure_table('agency_report_file');
