-- Ý kiến góp ý theo điều khoản: Kế hoạch 217/KH-UBND, III.1.c; Luật 64/2025/QH15
-- Generated from the declaration "consultation-opinion"; the program checks one against the other at start.

create table consultation_opinion (
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
  clause text not null, -- Điều, khoản, điểm
  consultation uuid not null, -- Dự thảo
  sequence bigint, -- Thứ tự trong bảng
  giver uuid, -- Đơn vị góp ý
  giver_name text, -- Nơi góp ý khác
  given_on date not null, -- Ngày góp ý
  kind text not null, -- Đề nghị
  words_now text, -- Nội dung dự thảo
  words_proposed text, -- Nội dung đề nghị
  reason text, -- Lý do góp ý
  outcome text, -- Kết quả
  outcome_reason text, -- Nội dung tiếp thu, giải trình
  decided_on date, -- Ngày tiếp thu, giải trình
  duties uuid[], -- Nhiệm vụ liên quan
  primary key (tenant_id, id),
  foreign key (tenant_id, agency_id) references agency,
  foreign key (tenant_id, created_by) references person,
  foreign key (tenant_id, changed_by) references person,
  foreign key (tenant_id, consultation) references consultation,
  foreign key (tenant_id, giver) references agency,
  foreign key (tenant_id, merged_into) references consultation_opinion
);
create index on consultation_opinion (tenant_id, changed_at desc, id) where removed_at is null and merged_into is null;
create index on consultation_opinion (tenant_id, sequence asc nulls last, id) where removed_at is null and merged_into is null;
create index on consultation_opinion (tenant_id, agency_id, changed_at desc) where removed_at is null and merged_into is null;
call secure_table('consultation_opinion');
