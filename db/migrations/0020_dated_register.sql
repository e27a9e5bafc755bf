-- The register of agencies with its history: names, places in the hierarchies, codes and contacts.
-- Periods are days, both ends counted: what ends on 30/06 and what begins on 01/07 follow each other without a gap.

create extension if not exists btree_gist;

-- Rows of all provinces are moved here, which row-level security would hide from an owner that is no superuser.
alter table agency no force row level security;
alter table agency_name no force row level security;

alter table agency
  add column code text,                  -- electronic code, new style: H37.DN.001 (QĐ 20/2020/QĐ-TTg)
  add column code_old text,              -- the style before: 000.01.12.H28 (QCVN 102:2016/BTTTT)
  add column address text,
  add column phone text,
  add column email text,
  add column website text,
  add column note text,
  -- Follows from valid_from and valid_to, as `name` follows from agency_name, on the day last looked at (app/agencies/in-force.store.ts).
  add column is_in_force boolean not null default true,
  add check (valid_from <= valid_to);
create index on agency (tenant_id, code) where code is not null;

-- A name may be held twice, years apart, and in two ways: full and as printed.
alter table agency_name
  drop constraint agency_name_pkey,
  add column id uuid not null default gen_random_uuid(),
  add primary key (tenant_id, id),
  add check (valid_from <= valid_to);
insert into agency_name (tenant_id, agency_id, name, kind, valid_from, valid_to)
  select tenant_id, id, name, 'full', valid_from, valid_to from agency
  where not exists (select from agency_name n where n.tenant_id = agency.tenant_id and n.agency_id = agency.id and n.kind = 'full');
alter table agency_name
  -- On one day an agency has one full name. Deferrable: a book of changes may pass through a moment with two.
  add constraint agency_one_full_name exclude using gist
    (tenant_id with =, agency_id with =, daterange(valid_from, valid_to, '[]') with &&) where (kind = 'full')
    deferrable initially immediate,
  add constraint agency_name_once exclude using gist
    (tenant_id with =, agency_id with =, name with =, kind with =, daterange(valid_from, valid_to, '[]') with &&)
    deferrable initially immediate;
create index on agency_name (tenant_id, agency_id);

-- Below whom an agency stands, in each hierarchy, and when.
create table agency_parent (
  tenant_id uuid not null references tenant,
  id uuid not null default gen_random_uuid(),
  agency_id uuid not null,
  hierarchy text not null check (hierarchy in ('state', 'party', 'front')),
  parent_id uuid not null,
  valid_from date,
  valid_to date,
  is_in_force boolean not null default true, -- as agency.is_in_force
  primary key (tenant_id, id),
  foreign key (tenant_id, agency_id) references agency on delete cascade,
  foreign key (tenant_id, parent_id) references agency,
  check (valid_from <= valid_to),
  check (agency_id <> parent_id),
  constraint agency_one_parent exclude using gist
    (tenant_id with =, agency_id with =, hierarchy with =, daterange(valid_from, valid_to, '[]') with &&)
    deferrable initially immediate
);
create index on agency_parent (tenant_id, agency_id);
create index on agency_parent (tenant_id, parent_id);
insert into agency_parent (tenant_id, agency_id, hierarchy, parent_id, valid_from, valid_to)
  select tenant_id, id, case kind when 'mat-tran' then 'front' when 'dang' then 'party' else 'state' end, parent_id, valid_from, valid_to
  from agency where parent_id is not null;
call secure_table('agency_parent');

alter table agency drop column parent_id;
alter table agency force row level security;
alter table agency_name force row level security;
