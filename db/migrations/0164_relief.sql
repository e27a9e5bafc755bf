-- Cứu trợ, nhân đạo, phong trào: Kế hoạch 217/KH-UBND, II.4; cứu trợ khẩn cấp theo nghị định riêng (NĐ 313/2025/NĐ-CP)
-- Generated from the declaration "relief"; the program checks one against the other at start.

create table relief (
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
  content text not null, -- Nội dung
  kind text not null, -- Hình thức hỗ trợ
  direction text not null, -- Chiều hỗ trợ
  occasion text, -- Bối cảnh
  is_emergency boolean, -- Cứu trợ khẩn cấp
  emergency_on date, -- Ngày bắt đầu đợt khẩn cấp
  organiser uuid not null, -- Cơ quan tổ chức, tiếp nhận
  partners uuid[], -- Cơ quan phối hợp
  donor text, -- Bên hỗ trợ
  donor_kind text, -- Loại bên hỗ trợ
  donor_ngo uuid, -- Tổ chức PCPNN trong sổ
  country text, -- Nước
  project uuid, -- Thuộc khoản viện trợ
  decision text, -- Văn bản chấp thuận
  given_on date, -- Ngày trao
  place text, -- Nơi trao
  place_old_district text,
  quantity numeric, -- Số lượng
  measure text, -- Đơn vị tính
  cash numeric, -- Tiền
  cash_currency text,
  cash_rate_on date,
  goods text, -- Hàng hóa: chủng loại, số lượng
  goods_value numeric, -- Trị giá hàng hóa
  goods_value_currency text,
  goods_value_rate_on date,
  worth numeric, -- Tổng trị giá
  worth_currency text,
  worth_rate_on date,
  households bigint, -- Số hộ
  beneficiaries bigint, -- Người hưởng lợi
  women bigint, -- Trong đó nữ
  children bigint, -- Trong đó trẻ em
  disabled bigint, -- Trong đó người khuyết tật
  participants bigint, -- Lượt người tham gia phong trào
  reported_on date, -- Ngày báo cáo, công khai
  photos uuid, -- Ảnh, biên bản trao
  duties uuid[], -- Nhiệm vụ liên quan
  note text, -- Ghi chú
  primary key (tenant_id, id),
  foreign key (tenant_id, agency_id) references agency,
  foreign key (tenant_id, created_by) references person,
  foreign key (tenant_id, changed_by) references person,
  foreign key (tenant_id, organiser) references agency,
  foreign key (tenant_id, donor_ngo) references foreign_ngo,
  foreign key (tenant_id, project) references aid_project,
  foreign key (tenant_id, photos) references file,
  foreign key (tenant_id, merged_into) references relief
);
create index on relief (tenant_id, changed_at desc, id) where removed_at is null and merged_into is null;
create index on relief (tenant_id, given_on desc nulls last, id) where removed_at is null and merged_into is null;
create index on relief (tenant_id, agency_id, changed_at desc) where removed_at is null and merged_into is null;
call secure_table('relief');
