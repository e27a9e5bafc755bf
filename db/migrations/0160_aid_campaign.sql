-- Chương trình vận động viện trợ: Kế hoạch 217/KH-UBND, II.4; NĐ 313/2025/NĐ-CP
-- Generated from the declaration "aid-campaign"; the program checks one against the other at start.

create table aid_campaign (
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
  name text not null, -- Tên chương trình
  period_from date not null, -- Giai đoạn
  period_to date,
  lead uuid not null, -- Cơ quan chủ trì
  partners uuid[], -- Cơ quan phối hợp
  drafted_on date, -- Ngày trình dự thảo
  decision text, -- Văn bản ban hành
  issued_on date, -- Ngày ban hành
  document uuid, -- Tệp chương trình
  works text[], -- Lĩnh vực ưu tiên
  areas text, -- Địa bàn ưu tiên
  donor_kinds text[], -- Đối tác vận động
  donors text, -- Nước, tổ chức hướng tới
  measures text, -- Giải pháp, hoạt động vận động
  target_projects bigint, -- Chỉ tiêu số dự án, phi dự án
  target_donors bigint, -- Chỉ tiêu số nhà tài trợ mới
  target_pledged numeric, -- Chỉ tiêu giá trị cam kết
  target_pledged_currency text,
  target_pledged_rate_on date,
  target_disbursed numeric, -- Chỉ tiêu giá trị giải ngân
  target_disbursed_currency text,
  target_disbursed_rate_on date,
  target_beneficiaries bigint, -- Chỉ tiêu người hưởng lợi
  reviewed_on date, -- Ngày sơ kết
  concluded_on date, -- Ngày tổng kết
  lessons text, -- Đánh giá, bài học
  officer uuid, -- Người theo dõi
  duties uuid[], -- Nhiệm vụ liên quan
  primary key (tenant_id, id),
  foreign key (tenant_id, agency_id) references agency,
  foreign key (tenant_id, created_by) references person,
  foreign key (tenant_id, changed_by) references person,
  foreign key (tenant_id, lead) references agency,
  foreign key (tenant_id, document) references file,
  foreign key (tenant_id, officer) references person,
  foreign key (tenant_id, merged_into) references aid_campaign
);
create index on aid_campaign (tenant_id, changed_at desc, id) where removed_at is null and merged_into is null;
create index on aid_campaign (tenant_id, period_from desc nulls last, id) where removed_at is null and merged_into is null;
create index on aid_campaign (tenant_id, agency_id, changed_at desc) where removed_at is null and merged_into is null;
call secure_table('aid_campaign');
