-- Quan hệ địa phương kết nghĩa, đối tác: Kế hoạch 217/KH-UBND, II.3
-- Generated from the declaration "partner-locality"; the program checks one against the other at start.

create table partner_locality (
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
  name text not null, -- Địa phương nước ngoài
  local_name text, -- Tên bằng tiếng nước bạn
  country text not null, -- Nước
  level text, -- Cấp
  priority text not null, -- Ưu tiên
  kind text not null, -- Loại quan hệ
  works text[], -- Lĩnh vực hợp tác
  our_side text, -- Phía ta
  former_province text, -- Kế thừa từ tỉnh, huyện cũ
  proposed_on date, -- Ngày trình chủ trương
  consent text, -- Văn bản đồng ý chủ trương
  linked_on date, -- Ngày thiết lập quan hệ
  anniversary_on date, -- Ngày kỷ niệm sắp tới
  active_on date, -- Hoạt động gần nhất
  lead uuid, -- Cơ quan đầu mối
  partners uuid[], -- Cơ quan, hội tham gia
  associations uuid[], -- Hội hữu nghị
  foreign_office text, -- Đầu mối phía bạn
  contact bytea, -- Người liên hệ phía bạn
  phone bytea, -- Điện thoại liên hệ
  email bytea, -- Thư điện tử liên hệ
  website text, -- Trang web
  officer uuid, -- Người theo dõi
  contents text, -- Nội dung hợp tác
  results text, -- Kết quả, đánh giá
  ended_on date, -- Ngày chấm dứt
  duties uuid[], -- Nhiệm vụ liên quan
  note text, -- Ghi chú
  primary key (tenant_id, id),
  foreign key (tenant_id, agency_id) references agency,
  foreign key (tenant_id, created_by) references person,
  foreign key (tenant_id, changed_by) references person,
  foreign key (tenant_id, lead) references agency,
  foreign key (tenant_id, officer) references person,
  foreign key (tenant_id, merged_into) references partner_locality
);
create index on partner_locality (tenant_id, changed_at desc, id) where removed_at is null and merged_into is null;
create index on partner_locality (tenant_id, name collate "vi-x-icu" asc nulls last, id) where removed_at is null and merged_into is null;
create index on partner_locality (tenant_id, agency_id, changed_at desc) where removed_at is null and merged_into is null;
call secure_table('partner_locality');
