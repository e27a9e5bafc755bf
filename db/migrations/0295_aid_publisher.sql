-- Who publishes aid by the IATI standard: its identifier in the registry of IATI, its name and its kind. One a province.
create table aid_publisher (
  tenant_id uuid primary key references tenant,
  ref text not null,
  name text not null,
  kind text not null,                    -- of the codelist OrganisationType
  set_by uuid not null,
  set_at timestamptz not null,
  foreign key (tenant_id, set_by) references person
);
call secure_table('aid_publisher');
