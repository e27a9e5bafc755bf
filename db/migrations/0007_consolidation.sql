-- The one report made of many: each sentence with what it stands on.

create table consolidation (
  tenant_id uuid not null references tenant,
  id uuid not null default gen_random_uuid(),
  period_id uuid not null,
  state text not null default 'draft' check (state in ('draft', 'issued')),
  letter jsonb not null,                 -- issuer, addressees, number, date, signature …: consolidation.contract.ts
  figures jsonb not null,                -- the four cells at the cut-off, as last computed
  created_by uuid not null,
  created_at timestamptz not null,
  revision integer not null default 0,   -- counts changes of the letter
  issued_at timestamptz,
  issued_by uuid,
  issued_sha256 text,                    -- the bytes as issued, in the file store
  override_reason text,                  -- why it was issued with a sentence that has neither source nor mark
  primary key (tenant_id, id),
  foreign key (tenant_id, period_id) references report_period,
  unique (tenant_id, period_id),
  check ((state = 'issued') = (issued_sha256 is not null))
);
call secure_table('consolidation');

-- Which filings were taken in: a later one is noticed.
create table consolidation_filing (
  tenant_id uuid not null references tenant,
  consolidation_id uuid not null,
  agency_report_id uuid not null,
  filing_number integer not null,
  primary key (tenant_id, consolidation_id, agency_report_id, filing_number),
  foreign key (tenant_id, consolidation_id) references consolidation on delete cascade,
  foreign key (tenant_id, agency_report_id, filing_number) references agency_report_filing
);
call secure_table('consolidation_filing');

create table consolidation_sentence (
  tenant_id uuid not null references tenant,
  id uuid not null default gen_random_uuid(),
  consolidation_id uuid not null,
  slot text not null,
  position double precision not null,    -- between its neighbours, so that moving one writes one row
  text text not null,
  sources jsonb not null,
  is_editorial boolean not null,         -- 'biên tập': written by the editor, stands on no report
  is_edited boolean not null default false,
  removed_at timestamptz,                -- set aside, never deleted
  removed_reason text,
  revision integer not null default 0,
  primary key (tenant_id, id),
  foreign key (tenant_id, consolidation_id) references consolidation on delete cascade
);
create index on consolidation_sentence (tenant_id, consolidation_id, slot, position);
call secure_table('consolidation_sentence');
