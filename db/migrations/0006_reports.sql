-- What is reported, for which period, by whom; and what each agency filed, every version kept.

create table report_definition (
  tenant_id uuid not null references tenant,
  id uuid not null default gen_random_uuid(),
  document_id uuid not null,             -- the plan whose duties are reported
  version integer not null,              -- the newest; a period keeps the one it was started with
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, document_id),
  foreign key (tenant_id, document_id) references document
);
call secure_table('report_definition');

create table report_definition_version (
  tenant_id uuid not null references tenant,
  definition_id uuid not null,
  version integer not null,
  content jsonb not null,                -- name, basis, outline, window rule, letter: app/reports/report.contract.ts
  created_by uuid not null,
  created_at timestamptz not null,
  primary key (tenant_id, definition_id, version),
  foreign key (tenant_id, definition_id) references report_definition
);
-- A version is never changed: periods stand on it.
call secure_table('report_definition_version', 'select, insert');

create table report_period (
  tenant_id uuid not null references tenant,
  id uuid not null default gen_random_uuid(),
  definition_id uuid not null,
  definition_version integer not null,
  name text not null,                    -- '6 tháng đầu năm 2026'
  kind text not null check (kind in ('month', 'quarter', 'half-year', 'nine-months', 'year', 'own')),
  year integer not null,
  index integer not null,
  window_from date not null,             -- both days counted
  window_to date not null,
  due_on date not null,
  opened_by uuid not null,
  opened_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, definition_id, definition_version) references report_definition_version,
  unique (tenant_id, definition_id, name),
  check (window_from <= window_to)
);
call secure_table('report_period');

create table agency_report (
  tenant_id uuid not null references tenant,
  id uuid not null default gen_random_uuid(),
  period_id uuid not null,
  agency_id uuid not null,
  agency_name text not null,             -- as it was called when the period was opened
  state text not null default 'draft' check (state in ('draft', 'submitted', 'returned', 'accepted')),
  content jsonb,                         -- null until its agency first saves it
  revision integer not null default 0,   -- counts saves: two people writing at once are told
  saved_at timestamptz,
  return_reason text,
  filed_number integer,                  -- its newest filing
  primary key (tenant_id, id),
  foreign key (tenant_id, period_id) references report_period,
  foreign key (tenant_id, agency_id) references agency,
  unique (tenant_id, period_id, agency_id)
);
create index on agency_report (tenant_id, agency_id);
call secure_table('agency_report');

create table agency_report_filing (
  tenant_id uuid not null references tenant,
  agency_report_id uuid not null,
  number integer not null,               -- 1, and one more each time a returned report is sent again
  paragraphs jsonb not null,
  sha256 text not null,                  -- of the canonical JSON of paragraphs: the receipt
  filed_by uuid not null,
  filed_at timestamptz not null,
  is_late boolean not null,
  primary key (tenant_id, agency_report_id, number),
  foreign key (tenant_id, agency_report_id) references agency_report
);
-- What was filed stays as it was filed.
call secure_table('agency_report_filing', 'select, insert');
