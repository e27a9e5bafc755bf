-- Hội hữu nghị: NĐ 126/2024/NĐ-CP; Kế hoạch 217/KH-UBND, II.3, III.1.b
-- Generated from the declaration "friendship-association"; the program checks one against the other at start.

create table friendship_association (
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
  name text not null, -- Tên hội
  foreign_name text, -- Tên bằng tiếng nước bạn
  country text not null, -- Nước đối tác
  former_province text, -- Tỉnh, thành phố cũ
  requested_by text, -- Nơi đề nghị thành lập
  requested_on date, -- Ngày đề nghị
  request_paper text, -- Văn bản đề nghị
  has_name boolean, -- Tên phù hợp, không gây nhầm lẫn
  has_own_field boolean, -- Lĩnh vực chính không trùng hội đã có cùng địa bàn
  has_purpose boolean, -- Mục đích hợp pháp
  has_charter boolean, -- Có điều lệ
  has_office boolean, -- Có trụ sở
  has_founders boolean, -- Đủ số người sáng lập
  founders bigint, -- Số người sáng lập
  condition_note text, -- Ghi chú về điều kiện
  committee_head text, -- Trưởng ban vận động
  dossier text[], -- Hồ sơ đã có
  record_issued_on date, -- Ngày cấp phiếu lý lịch tư pháp
  committee_asked_on date, -- Ngày nộp hồ sơ ban vận động
  committee_decision text, -- Quyết định công nhận ban vận động
  committee_recognised_on date, -- Ngày công nhận ban vận động
  establish_asked_on date, -- Ngày nộp hồ sơ thành lập
  establish_decision text, -- Quyết định thành lập
  established_on date, -- Ngày thành lập
  founded_on date, -- Ngày đại hội thành lập
  charter_decision text, -- Quyết định phê duyệt điều lệ
  charter_on date, -- Ngày phê duyệt điều lệ
  term_number bigint, -- Nhiệm kỳ thứ
  term_from date, -- Nhiệm kỳ
  term_to date,
  last_congress_on date, -- Đại hội gần nhất
  next_congress_on date, -- Đại hội kế tiếp
  chair text, -- Chủ tịch hội
  chair_former text, -- Chức vụ, nguyên chức vụ của chủ tịch
  chair_phone bytea, -- Điện thoại của chủ tịch
  committee bigint, -- Ủy viên Ban Chấp hành
  standing bigint, -- Ủy viên Thường trực
  inspectors bigint, -- Ủy viên kiểm tra
  branches bigint, -- Chi hội
  members bigint, -- Hội viên
  official bigint, -- Hội viên chính thức
  associate bigint, -- Hội viên liên kết
  honorary bigint, -- Hội viên danh dự
  women bigint, -- Hội viên nữ
  young bigint, -- Hội viên trẻ
  keeps_list boolean, -- Danh sách hội viên, biên bản lưu tại trụ sở
  address text, -- Địa chỉ trụ sở
  office_phone text, -- Điện thoại trụ sở
  email text, -- Thư điện tử
  has_seal boolean, -- Có con dấu
  has_account boolean, -- Có tài khoản
  fee numeric, -- Hội phí một năm
  fee_currency text,
  fee_rate_on date,
  activities text, -- Hoạt động chính
  foreign_partners text, -- Đối tác nước ngoài
  commendations text, -- Khen thưởng
  reported_on date, -- Báo cáo năm gần nhất
  officer uuid, -- Người theo dõi
  merge_case text, -- Tình trạng hợp nhất
  merge_asked_on date, -- Ngày nộp hồ sơ hợp nhất, giải thể
  successor uuid, -- Hợp nhất vào hội
  end_decision text, -- Quyết định hợp nhất, giải thể
  ended_on date, -- Ngày hợp nhất, giải thể
  papers uuid, -- Hồ sơ đính kèm
  duties uuid[], -- Nhiệm vụ liên quan
  note text, -- Ghi chú
  primary key (tenant_id, id),
  foreign key (tenant_id, agency_id) references agency,
  foreign key (tenant_id, created_by) references person,
  foreign key (tenant_id, changed_by) references person,
  foreign key (tenant_id, officer) references person,
  foreign key (tenant_id, successor) references friendship_association,
  foreign key (tenant_id, papers) references file,
  foreign key (tenant_id, merged_into) references friendship_association
);
create index on friendship_association (tenant_id, changed_at desc, id) where removed_at is null and merged_into is null;
create index on friendship_association (tenant_id, name collate "vi-x-icu" asc nulls last, id) where removed_at is null and merged_into is null;
create index on friendship_association (tenant_id, agency_id, changed_at desc) where removed_at is null and merged_into is null;
call secure_table('friendship_association');
