-- Viện trợ: chương trình, dự án, phi dự án: NĐ 313/2025/NĐ-CP; khoản trước 08/12/2025: NĐ 80/2020/NĐ-CP; Kế hoạch 217/KH-UBND, II.4, III.6.b, III.7.d
-- Generated from the declaration "aid-project"; the program checks one against the other at start.

create table aid_project (
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
  code text, -- Mã khoản viện trợ
  name text not null, -- Tên chương trình, dự án
  english_name text, -- Tên tiếng Anh
  kind text not null, -- Loại
  works text[], -- Lĩnh vực
  place text, -- Địa bàn
  place_old_district text,
  area text, -- Địa bàn khác
  goals text, -- Mục tiêu
  results text, -- Kết quả dự kiến
  during_from date, -- Thời gian thực hiện
  during_to date,
  campaign uuid, -- Thuộc chương trình vận động
  donor text not null, -- Bên cung cấp viện trợ
  donor_kind text, -- Loại bên cung cấp
  donor_ngo uuid, -- Tổ chức PCPNN trong sổ
  country text, -- Quốc tịch bên cung cấp
  donor_certificate text, -- Số Giấy đăng ký của bên cung cấp
  co_donors text, -- Đồng cung cấp
  contact bytea, -- Người liên hệ của bên cung cấp
  contact_phone bytea, -- Điện thoại liên hệ
  governing uuid, -- Cơ quan chủ quản
  owner text not null, -- Chủ khoản viện trợ
  owner_agency uuid, -- Chủ khoản trong danh mục
  implementers uuid[], -- Cơ quan cùng thực hiện
  pledged_on date, -- Ngày cam kết
  pledged numeric, -- Giá trị cam kết
  pledged_currency text,
  pledged_rate_on date,
  rate numeric, -- Tỷ giá ra VND
  pledged_vnd numeric, -- Cam kết quy ra VND
  pledged_usd numeric, -- Cam kết quy ra USD
  approved numeric, -- Giá trị được phê duyệt
  approved_currency text,
  approved_rate_on date,
  counterpart numeric, -- Vốn đối ứng
  counterpart_currency text,
  counterpart_rate_on date,
  by_recipient numeric, -- Phần bên nhận quản lý
  by_recipient_currency text,
  by_recipient_rate_on date,
  by_donor numeric, -- Phần bên tài trợ quản lý
  by_donor_currency text,
  by_donor_rate_on date,
  budget text, -- Cơ chế tài chính
  management text, -- Phương thức quản lý thực hiện
  account text, -- Tài khoản tiếp nhận
  goods text, -- Hàng hóa: chủng loại, số lượng
  goods_value numeric, -- Trị giá hàng hóa
  goods_value_currency text,
  goods_value_rate_on date,
  experts text, -- Chuyên gia, tình nguyện viên
  dossier_on date, -- Ngày nhận hồ sơ đầy đủ
  dossier text[], -- Thành phần hồ sơ
  dossier_file uuid, -- Tệp hồ sơ
  appraiser uuid, -- Cơ quan chủ trì thẩm định
  appraisal_by text, -- Hình thức thẩm định
  appraised_on date, -- Ngày có kết quả thẩm định
  topics text[], -- Nội dung đã thẩm định
  appraisal text, -- Kết quả thẩm định
  approved_by text, -- Cấp phê duyệt
  decision text, -- Quyết định phê duyệt
  approved_on date, -- Ngày phê duyệt
  notified_on date, -- Ngày báo bên cung cấp
  started_on date, -- Ngày bắt đầu thực tế
  ended_on date, -- Ngày kết thúc thực tế
  changes text, -- Nội dung điều chỉnh
  change_decision text, -- Quyết định điều chỉnh
  changed_on date, -- Ngày điều chỉnh
  beneficiaries bigint, -- Người hưởng lợi
  women bigint, -- Trong đó nữ
  children bigint, -- Trong đó trẻ em
  disabled bigint, -- Trong đó người khuyết tật
  handed_over_on date, -- Ngày bàn giao
  hand_over text, -- Bàn giao tài sản, kết quả
  closing_report_on date, -- Ngày gửi báo cáo kết thúc
  closing_report uuid, -- Báo cáo kết thúc
  officer uuid, -- Người theo dõi
  duties uuid[], -- Nhiệm vụ liên quan
  note text, -- Ghi chú
  primary key (tenant_id, id),
  foreign key (tenant_id, agency_id) references agency,
  foreign key (tenant_id, created_by) references person,
  foreign key (tenant_id, changed_by) references person,
  foreign key (tenant_id, campaign) references aid_campaign,
  foreign key (tenant_id, donor_ngo) references foreign_ngo,
  foreign key (tenant_id, governing) references agency,
  foreign key (tenant_id, owner_agency) references agency,
  foreign key (tenant_id, dossier_file) references file,
  foreign key (tenant_id, appraiser) references agency,
  foreign key (tenant_id, closing_report) references file,
  foreign key (tenant_id, officer) references person,
  foreign key (tenant_id, merged_into) references aid_project
);
create index on aid_project (tenant_id, changed_at desc, id) where removed_at is null and merged_into is null;
create index on aid_project (tenant_id, pledged_on desc nulls last, id) where removed_at is null and merged_into is null;
create index on aid_project (tenant_id, agency_id, changed_at desc) where removed_at is null and merged_into is null;
call secure_table('aid_project');
