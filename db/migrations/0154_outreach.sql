-- Tuyên truyền, quán triệt: Kế hoạch 217/KH-UBND, II.1, III.11.a
-- Generated from the declaration "outreach"; the program checks one against the other at start.

create table outreach (
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
  subject text not null, -- Nội dung
  instruments text, -- Văn bản được quán triệt
  form text not null, -- Hình thức
  organiser uuid not null, -- Cơ quan tổ chức
  partners uuid[], -- Cơ quan phối hợp
  level text, -- Cấp
  audiences text[], -- Đối tượng
  held_on date not null, -- Ngày tổ chức
  area text, -- Địa bàn
  area_old_district text,
  sessions bigint not null, -- Số cuộc
  people bigint, -- Lượt người
  women bigint, -- Trong đó nữ
  speaker text, -- Báo cáo viên
  plan text, -- Kế hoạch, giấy mời
  papers uuid, -- Tài liệu, ảnh
  duties uuid[], -- Nhiệm vụ liên quan
  result text, -- Kết quả, đánh giá
  primary key (tenant_id, id),
  foreign key (tenant_id, agency_id) references agency,
  foreign key (tenant_id, created_by) references person,
  foreign key (tenant_id, changed_by) references person,
  foreign key (tenant_id, organiser) references agency,
  foreign key (tenant_id, papers) references file,
  foreign key (tenant_id, merged_into) references outreach
);
create index on outreach (tenant_id, changed_at desc, id) where removed_at is null and merged_into is null;
create index on outreach (tenant_id, held_on desc nulls last, id) where removed_at is null and merged_into is null;
create index on outreach (tenant_id, agency_id, changed_at desc) where removed_at is null and merged_into is null;
call secure_table('outreach');
