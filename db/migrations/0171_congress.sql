-- Đại hội hội hữu nghị: NĐ 126/2024/NĐ-CP; Kế hoạch 217/KH-UBND, III.1.b
-- Generated from the declaration "congress"; the program checks one against the other at start.

create table congress (
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
  name text not null, -- Tên đại hội
  association uuid not null, -- Hội
  kind text not null, -- Loại đại hội
  term_number bigint, -- Nhiệm kỳ thứ
  planned_on date, -- Ngày dự kiến
  leaders_asking numeric, -- Lãnh đạo hội đề nghị
  members_asking numeric, -- Hội viên chính thức đề nghị
  dossier text[], -- Hồ sơ đã có
  submitted_on date, -- Ngày nộp hồ sơ
  answer text, -- Văn bản trả lời
  answered_on date, -- Ngày trả lời
  held_on date, -- Ngày tổ chức
  place text, -- Địa điểm
  summoned bigint, -- Đại biểu triệu tập
  present bigint, -- Đại biểu có mặt
  committee bigint, -- Ủy viên Ban Chấp hành được bầu
  standing bigint, -- Ủy viên Thường trực được bầu
  inspectors bigint, -- Ủy viên kiểm tra được bầu
  chair text, -- Chủ tịch được bầu
  changes_charter boolean, -- Sửa điều lệ
  resolution text, -- Nghị quyết đại hội
  reported_on date, -- Ngày báo cáo kết quả
  charter_asked_on date, -- Ngày đề nghị phê duyệt điều lệ
  charter_decision text, -- Quyết định phê duyệt điều lệ
  charter_on date, -- Ngày phê duyệt điều lệ
  papers uuid, -- Hồ sơ đại hội
  duties uuid[], -- Nhiệm vụ liên quan
  result text, -- Kết quả, ghi chú
  primary key (tenant_id, id),
  foreign key (tenant_id, agency_id) references agency,
  foreign key (tenant_id, created_by) references person,
  foreign key (tenant_id, changed_by) references person,
  foreign key (tenant_id, association) references friendship_association,
  foreign key (tenant_id, papers) references file,
  foreign key (tenant_id, merged_into) references congress
);
create index on congress (tenant_id, changed_at desc, id) where removed_at is null and merged_into is null;
create index on congress (tenant_id, planned_on desc nulls last, id) where removed_at is null and merged_into is null;
create index on congress (tenant_id, agency_id, changed_at desc) where removed_at is null and merged_into is null;
call secure_table('congress');
