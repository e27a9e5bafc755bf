-- Gặp mặt, hoạt động với kiều bào: Kế hoạch 217/KH-UBND, II.5, III.10.b
-- Generated from the declaration "overseas-meeting"; the program checks one against the other at start.

create table overseas_meeting (
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
  name text not null, -- Tên hoạt động
  kind text not null, -- Loại
  organiser uuid not null, -- Cơ quan tổ chức
  partners uuid[], -- Cơ quan phối hợp
  held_from date not null, -- Thời gian
  held_to date,
  place text, -- Nơi tổ chức
  country text, -- Nước sở tại
  audiences text[], -- Nhóm kiều bào
  guests uuid[], -- Kiều bào, hội đoàn tham dự
  delegations bigint, -- Số đoàn kiều bào về
  attendances bigint, -- Lượt người dự
  overseas bigint, -- Trong đó kiều bào
  young bigint, -- Trong đó kiều bào trẻ
  plan text, -- Kế hoạch
  cost numeric, -- Kinh phí
  cost_currency text,
  cost_rate_on date,
  opinions text, -- Ý kiến, kiến nghị của kiều bào
  commitments text, -- Cam kết, việc cần làm tiếp
  answer_by date, -- Hạn trả lời kiến nghị
  answered_on date, -- Ngày trả lời
  papers uuid, -- Tài liệu, ảnh
  duties uuid[], -- Nhiệm vụ liên quan
  primary key (tenant_id, id),
  foreign key (tenant_id, agency_id) references agency,
  foreign key (tenant_id, created_by) references person,
  foreign key (tenant_id, changed_by) references person,
  foreign key (tenant_id, organiser) references agency,
  foreign key (tenant_id, papers) references file,
  foreign key (tenant_id, merged_into) references overseas_meeting
);
create index on overseas_meeting (tenant_id, changed_at desc, id) where removed_at is null and merged_into is null;
create index on overseas_meeting (tenant_id, agency_id, changed_at desc) where removed_at is null and merged_into is null;
call secure_table('overseas_meeting');
