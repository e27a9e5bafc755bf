-- Kiều bào, hội đoàn: Kế hoạch 217/KH-UBND, II.5, III.10; 36-NQ/TW, 45-CT/TW, 12-KL/TW, 169/NQ-CP; Luật 91/2025/QH15
-- Generated from the declaration "overseas-vietnamese"; the program checks one against the other at start.

create table overseas_vietnamese (
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
  name text not null, -- Họ tên, tên hội đoàn
  kind text not null, -- Loại
  country text not null, -- Nước sở tại
  city text, -- Thành phố, vùng
  hometown text, -- Quê quán
  hometown_old_district text,
  work text, -- Lĩnh vực
  position text, -- Nghề nghiệp, chức danh
  offers text[], -- Có thể giúp
  is_young text, -- Thế hệ
  founded_on text, -- Thành lập (hội đoàn)
  members bigint, -- Số hội viên (hội đoàn)
  website text, -- Trang web
  body uuid, -- Hội đoàn tham gia
  head bytea, -- Người đứng đầu, đầu mối
  nationality bytea, -- Quốc tịch
  birth bytea, -- Năm sinh
  phone bytea, -- Điện thoại
  email bytea, -- Thư điện tử
  address bytea, -- Địa chỉ liên hệ
  relatives bytea, -- Thân nhân ở quê
  legal_basis text, -- Căn cứ giữ dữ liệu cá nhân
  consent_on date, -- Ngày đồng ý
  contacted_on date, -- Liên hệ gần nhất
  honours text, -- Vinh danh, khen thưởng
  officer uuid, -- Người giữ liên hệ
  duties uuid[], -- Nhiệm vụ liên quan
  note text, -- Ghi chú
  primary key (tenant_id, id),
  foreign key (tenant_id, agency_id) references agency,
  foreign key (tenant_id, created_by) references person,
  foreign key (tenant_id, changed_by) references person,
  foreign key (tenant_id, body) references overseas_vietnamese,
  foreign key (tenant_id, officer) references person,
  foreign key (tenant_id, merged_into) references overseas_vietnamese
);
create index on overseas_vietnamese (tenant_id, changed_at desc, id) where removed_at is null and merged_into is null;
create index on overseas_vietnamese (tenant_id, agency_id, changed_at desc) where removed_at is null and merged_into is null;
call secure_table('overseas_vietnamese');
