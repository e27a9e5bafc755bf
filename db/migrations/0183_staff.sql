-- Nhân sự làm đối ngoại nhân dân: Kế hoạch 217/KH-UBND, II.6, III.1.d, III.3; Luật 91/2025/QH15
-- Generated from the declaration "staff"; the program checks one against the other at start.

create table staff (
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
  name text not null, -- Họ và tên
  employer uuid not null, -- Cơ quan
  unit text, -- Phòng, ban
  position text, -- Chức vụ, chức danh
  engagement text not null, -- Mức độ
  status text, -- Đối tượng
  gender text, -- Giới
  works text[], -- Việc được giao
  since date not null, -- Làm từ ngày
  until date, -- Thôi làm ngày
  decision text, -- Quyết định phân công
  degree text, -- Trình độ
  subject text, -- Chuyên ngành
  languages text[], -- Ngoại ngữ dùng được
  trainings uuid[], -- Lớp đã dự
  trained_on date, -- Bồi dưỡng gần nhất
  needs text[], -- Cần bồi dưỡng
  account uuid, -- Tài khoản trong chương trình
  birth bytea, -- Năm sinh
  phone bytea, -- Điện thoại riêng
  email bytea, -- Thư điện tử riêng
  duties uuid[], -- Nhiệm vụ liên quan
  note text, -- Ghi chú
  primary key (tenant_id, id),
  foreign key (tenant_id, agency_id) references agency,
  foreign key (tenant_id, created_by) references person,
  foreign key (tenant_id, changed_by) references person,
  foreign key (tenant_id, employer) references agency,
  foreign key (tenant_id, account) references person,
  foreign key (tenant_id, merged_into) references staff
);
create index on staff (tenant_id, changed_at desc, id) where removed_at is null and merged_into is null;
create index on staff (tenant_id, name collate "vi-x-icu" asc nulls last, id) where removed_at is null and merged_into is null;
create index on staff (tenant_id, agency_id, changed_at desc) where removed_at is null and merged_into is null;
call secure_table('staff');
