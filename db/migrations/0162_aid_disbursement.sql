-- Giải ngân, tiếp nhận và sử dụng viện trợ: TT 23/2022/TT-BTC; NĐ 313/2025/NĐ-CP; Kế hoạch 217/KH-UBND, III.6.b, III.7.d
-- Generated from the declaration "aid-disbursement"; the program checks one against the other at start.

create table aid_disbursement (
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
  content text not null, -- Nội dung, đợt
  project uuid not null, -- Khoản viện trợ
  entry text not null, -- Loại phát sinh
  source text not null, -- Nguồn
  form text not null, -- Hình thức
  paid_on date not null, -- Ngày phát sinh
  during_from date, -- Của kỳ
  during_to date,
  amount numeric not null, -- Số tiền, trị giá
  amount_currency text,
  amount_rate_on date,
  rate numeric, -- Tỷ giá ra VND
  in_vnd numeric, -- Quy ra VND
  in_usd numeric, -- Quy ra USD
  goods text, -- Tên, chủng loại hàng hóa
  quantity numeric, -- Số lượng
  measure text, -- Đơn vị tính
  voucher text, -- Chứng từ, giấy báo có
  treasury text, -- Ghi thu, ghi chi
  treasury_on date, -- Ngày ghi thu, ghi chi
  file uuid, -- Tệp chứng từ
  duties uuid[], -- Nhiệm vụ liên quan
  note text, -- Ghi chú
  primary key (tenant_id, id),
  foreign key (tenant_id, agency_id) references agency,
  foreign key (tenant_id, created_by) references person,
  foreign key (tenant_id, changed_by) references person,
  foreign key (tenant_id, project) references aid_project,
  foreign key (tenant_id, file) references file,
  foreign key (tenant_id, merged_into) references aid_disbursement
);
create index on aid_disbursement (tenant_id, changed_at desc, id) where removed_at is null and merged_into is null;
create index on aid_disbursement (tenant_id, paid_on desc nulls last, id) where removed_at is null and merged_into is null;
create index on aid_disbursement (tenant_id, agency_id, changed_at desc) where removed_at is null and merged_into is null;
call secure_table('aid_disbursement');
