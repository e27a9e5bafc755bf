-- Đoàn vào, đoàn ra: Kế hoạch 217/KH-UBND, II.3; TT 35/2026/TT-BTC; quy chế quản lý hoạt động đối ngoại của tỉnh
-- Generated from the declaration "delegation"; the program checks one against the other at start.

create table delegation (
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
  name text not null, -- Tên đoàn
  direction text not null, -- Đoàn
  level text, -- Cấp của đoàn
  country text not null, -- Nước
  other_countries text, -- Nước khác cùng chuyến
  foreign_side text, -- Cơ quan, tổ chức nước ngoài
  foreign_level text, -- Cấp phía bạn
  purpose text, -- Mục đích, nội dung
  held_from date not null, -- Thời gian
  held_to date,
  places text, -- Nơi đến
  host uuid not null, -- Đơn vị chủ trì
  partners uuid[], -- Đơn vị phối hợp
  inviter text, -- Cơ quan mời
  invitation text, -- Thư mời, văn bản mời
  head text, -- Trưởng đoàn
  head_title text, -- Chức danh trưởng đoàn
  people bigint, -- Số người
  women bigint, -- Trong đó nữ
  titles text, -- Chức danh các thành viên
  roster bytea, -- Danh sách thành viên
  entry text, -- Nhập cảnh, xuất cảnh
  programme text, -- Chương trình từng ngày
  submitted_on date, -- Ngày trình xin phép
  permit text, -- Văn bản cho phép
  permitted_by text, -- Cấp cho phép
  permitted_on date, -- Ngày cho phép
  police_notice text, -- Văn bản thông báo Công an
  police_told_on date, -- Ngày thông báo Công an
  cost numeric, -- Kinh phí
  cost_currency text,
  cost_rate_on date,
  cost_source text, -- Nguồn kinh phí
  guest_class text, -- Hạng khách
  lodging_head bigint, -- Phòng nghỉ trưởng đoàn
  lodging_deputy bigint, -- Phòng nghỉ phó đoàn
  lodging_member bigint, -- Phòng nghỉ đoàn viên
  meals bigint, -- Tiền ăn
  drinks bigint, -- Nước uống
  banquets bigint, -- Số buổi chiêu đãi
  banquet bigint, -- Chiêu đãi một người
  gift bigint, -- Tặng phẩm trưởng đoàn
  gift_note text, -- Tặng phẩm trao, nhận
  flowers bigint, -- Hoa
  ceiling_leave text, -- Văn bản cho phép mức chi khác
  results text, -- Kết quả
  proposals text, -- Kiến nghị
  reported_on date, -- Ngày báo cáo kết quả
  report text, -- Báo cáo kết quả
  commitments text, -- Cam kết phát sinh
  commitments_by date, -- Hạn thực hiện cam kết
  commitments_done_on date, -- Ngày thực hiện xong cam kết
  commitment_duties uuid[], -- Nhiệm vụ giao từ cam kết
  associations uuid[], -- Hội hữu nghị
  localities uuid[], -- Địa phương đối tác
  is_press boolean, -- Có đưa tin
  officer uuid, -- Người theo dõi
  papers uuid, -- Hồ sơ đính kèm
  duties uuid[], -- Nhiệm vụ liên quan
  note text, -- Ghi chú
  primary key (tenant_id, id),
  foreign key (tenant_id, agency_id) references agency,
  foreign key (tenant_id, created_by) references person,
  foreign key (tenant_id, changed_by) references person,
  foreign key (tenant_id, host) references agency,
  foreign key (tenant_id, officer) references person,
  foreign key (tenant_id, papers) references file,
  foreign key (tenant_id, merged_into) references delegation
);
create index on delegation (tenant_id, changed_at desc, id) where removed_at is null and merged_into is null;
create index on delegation (tenant_id, held_from desc nulls last, id) where removed_at is null and merged_into is null;
create index on delegation (tenant_id, agency_id, changed_at desc) where removed_at is null and merged_into is null;
call secure_table('delegation');
