-- Đóng góp của kiều bào: Kế hoạch 217/KH-UBND, II.5, III.10; 36-NQ/TW, 45-CT/TW, 169/NQ-CP
-- Generated from the declaration "overseas-contribution"; the program checks one against the other at start.

create table overseas_contribution (
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
  name text not null, -- Khoản đóng góp, công trình
  kind text not null, -- Loại
  giver uuid, -- Kiều bào, hội đoàn
  giver_name text, -- Người đóng góp khác
  country text, -- Từ nước
  receiver uuid, -- Cơ quan tiếp nhận
  receiver_name text, -- Nơi nhận khác
  place text, -- Địa bàn
  place_old_district text,
  form text, -- Hình thức
  value numeric, -- Giá trị
  value_currency text,
  value_rate_on date,
  expert_days bigint, -- Ngày công chuyên gia
  beneficiaries bigint, -- Người hưởng lợi
  pledged_on date, -- Ngày cam kết
  expected_on date, -- Dự kiến tiếp nhận
  given_on date, -- Ngày tiếp nhận
  paper text, -- Văn bản, giấy chứng nhận
  thanked_on date, -- Ngày cảm ơn
  proof uuid, -- Biên bản, ảnh
  duties uuid[], -- Nhiệm vụ liên quan
  note text, -- Sử dụng, kết quả
  primary key (tenant_id, id),
  foreign key (tenant_id, agency_id) references agency,
  foreign key (tenant_id, created_by) references person,
  foreign key (tenant_id, changed_by) references person,
  foreign key (tenant_id, giver) references overseas_vietnamese,
  foreign key (tenant_id, receiver) references agency,
  foreign key (tenant_id, proof) references file,
  foreign key (tenant_id, merged_into) references overseas_contribution
);
create index on overseas_contribution (tenant_id, changed_at desc, id) where removed_at is null and merged_into is null;
create index on overseas_contribution (tenant_id, given_on desc nulls last, id) where removed_at is null and merged_into is null;
create index on overseas_contribution (tenant_id, agency_id, changed_at desc) where removed_at is null and merged_into is null;
call secure_table('overseas_contribution');
