-- Kinh phí đối ngoại nhân dân: Kế hoạch 217/KH-UBND, III.5; NĐ 129/2026/NĐ-CP
-- Generated from the declaration "budget"; the program checks one against the other at start.

create table budget (
  tenant_id uuid not null references tenant,
  id uuid not null default gen_random_uuid(),
  agency_id uuid not null,               -- whose row it is
  revision integer not null default 1,
  state text,
  state_on date not null,                -- since when it is in its state
  created_at timestamptz not null,
  created_by uuid,
  changed_at timestamptz not null,
  changed_by uuid,
  removed_at timestamptz,                -- set aside; the row stays
  merged_into uuid,                      -- the row that says the same and stands for both
  words text not null default '',        -- what it is found by, folded
  content text not null, -- Nội dung chi
  spender uuid not null, -- Đơn vị sử dụng
  year_from date not null, -- Thời gian
  year_to date,
  source text not null, -- Nguồn
  estimated numeric, -- Dự toán đề nghị
  estimated_currency text,
  estimated_rate_on date,
  allotted numeric, -- Đã giao
  allotted_currency text,
  allotted_rate_on date,
  allotted_by text, -- Quyết định giao
  allotted_on date, -- Ngày giao
  spent numeric, -- Đã chi
  spent_currency text,
  spent_rate_on date,
  settled_on date, -- Ngày quyết toán
  duties uuid[], -- Nhiệm vụ được chi
  note text, -- Ghi chú
  primary key (tenant_id, id),
  foreign key (tenant_id, agency_id) references agency,
  foreign key (tenant_id, created_by) references person,
  foreign key (tenant_id, changed_by) references person,
  foreign key (tenant_id, spender) references agency,
  foreign key (tenant_id, merged_into) references budget
);
create index on budget (tenant_id, changed_at desc, id) where removed_at is null and merged_into is null;
create index on budget (tenant_id, allotted_on desc nulls last, id) where removed_at is null and merged_into is null;
create index on budget (tenant_id, agency_id, changed_at desc) where removed_at is null and merged_into is null;
call secure_table('budget');
