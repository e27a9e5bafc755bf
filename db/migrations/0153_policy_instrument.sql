-- Cơ chế, chính sách cần rà soát: Kế hoạch 217/KH-UBND, III.3, III.6.a
-- Generated from the declaration "policy-instrument"; the program checks one against the other at start.

create table policy_instrument (
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
  name text not null, -- Tên văn bản, chính sách
  symbol text, -- Số, ký hiệu
  issuer text, -- Cơ quan ban hành
  issued_on date, -- Ngày ban hành
  subject text, -- Lĩnh vực
  reviewer uuid not null, -- Cơ quan rà soát
  finding text, -- Kết quả rà soát, bất cập
  proposal text, -- Đề xuất
  decider text, -- Thẩm quyền
  reviewed_on date, -- Ngày rà soát xong
  submitted_on date, -- Ngày trình
  due_on date, -- Hạn ban hành
  decided_on date, -- Ngày ban hành kết quả
  result text, -- Văn bản kết quả
  document uuid, -- Văn bản trong hệ thống
  duties uuid[], -- Nhiệm vụ liên quan
  note text, -- Ghi chú
  primary key (tenant_id, id),
  foreign key (tenant_id, agency_id) references agency,
  foreign key (tenant_id, created_by) references person,
  foreign key (tenant_id, changed_by) references person,
  foreign key (tenant_id, reviewer) references agency,
  foreign key (tenant_id, document) references document,
  foreign key (tenant_id, merged_into) references policy_instrument
);
create index on policy_instrument (tenant_id, changed_at desc, id) where removed_at is null and merged_into is null;
create index on policy_instrument (tenant_id, reviewed_on desc nulls last, id) where removed_at is null and merged_into is null;
create index on policy_instrument (tenant_id, agency_id, changed_at desc) where removed_at is null and merged_into is null;
call secure_table('policy_instrument');
