-- Thanh tra, kiểm tra, giám sát: Kế hoạch 217/KH-UBND, III.2.b
-- Generated from the declaration "inspection"; the program checks one against the other at start.

create table inspection (
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
  subject text not null, -- Nội dung kiểm tra
  kind text not null, -- Hình thức
  is_planned text, -- Theo kế hoạch
  leader uuid not null, -- Cơ quan chủ trì
  members uuid[], -- Cơ quan phối hợp
  inspected uuid[], -- Cơ quan, tổ chức được kiểm tra
  others text, -- Đối tượng khác
  decision text, -- Quyết định
  decided_on date, -- Ngày quyết định
  held_from date not null, -- Thời gian
  held_to date,
  findings text, -- Kết quả, ưu điểm, hạn chế
  conclusion text, -- Kết luận, thông báo
  concluded_on date, -- Ngày kết luận
  proposals bigint, -- Số kiến nghị
  handled bigint, -- Số kiến nghị đã xử lý
  follow_up_by date, -- Hạn báo cáo khắc phục
  followed_up_on date, -- Ngày báo cáo khắc phục
  papers uuid, -- Văn bản kết luận
  duties uuid[], -- Nhiệm vụ, việc khắc phục
  note text, -- Ghi chú
  primary key (tenant_id, id),
  foreign key (tenant_id, agency_id) references agency,
  foreign key (tenant_id, created_by) references person,
  foreign key (tenant_id, changed_by) references person,
  foreign key (tenant_id, leader) references agency,
  foreign key (tenant_id, papers) references file,
  foreign key (tenant_id, merged_into) references inspection
);
create index on inspection (tenant_id, changed_at desc, id) where removed_at is null and merged_into is null;
create index on inspection (tenant_id, agency_id, changed_at desc) where removed_at is null and merged_into is null;
call secure_table('inspection');
