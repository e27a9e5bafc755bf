-- Tổ chức phi chính phủ nước ngoài: NĐ 58/2022/NĐ-CP; Kế hoạch 217/KH-UBND, III.2.a
-- Generated from the declaration "foreign-ngo"; the program checks one against the other at start.

create table foreign_ngo (
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
  name text not null, -- Tên tiếng Việt
  english_name text, -- Tên tiếng Anh
  short_name text, -- Tên viết tắt
  country text not null, -- Nước
  works text[], -- Lĩnh vực
  area text, -- Địa bàn hoạt động
  partners uuid[], -- Đối tác địa phương
  certificate_kind text, -- Loại giấy
  certificate text, -- Số Giấy đăng ký
  issued_on date, -- Ngày cấp
  expires_on date, -- Ngày hết hạn
  renewal_asked_on date, -- Ngày đề nghị gia hạn
  opinion_asked_on date, -- Ngày được hỏi ý kiến
  opinion_given_on date, -- Ngày trả lời ý kiến
  plan_sent_on date, -- Ngày gửi kế hoạch hoạt động
  active_on date, -- Hoạt động gần nhất
  representative text, -- Trưởng đại diện
  phone text, -- Điện thoại
  email text, -- Thư điện tử
  website text, -- Trang web
  foreign_staff bigint, -- Nhân sự nước ngoài
  local_staff bigint, -- Nhân sự Việt Nam
  officer uuid, -- Người theo dõi
  duties uuid[], -- Nhiệm vụ liên quan
  note text, -- Ghi nhận khen thưởng, vi phạm
  primary key (tenant_id, id),
  foreign key (tenant_id, agency_id) references agency,
  foreign key (tenant_id, created_by) references person,
  foreign key (tenant_id, changed_by) references person,
  foreign key (tenant_id, officer) references person,
  foreign key (tenant_id, merged_into) references foreign_ngo
);
create index on foreign_ngo (tenant_id, changed_at desc, id) where removed_at is null and merged_into is null;
create index on foreign_ngo (tenant_id, agency_id, changed_at desc) where removed_at is null and merged_into is null;
call secure_table('foreign_ngo');
