-- Hoạt động, sự kiện, hội nghị quốc tế: QĐ 06/2020/QĐ-TTg; Kế hoạch 217/KH-UBND, II.3, III.7, III.8
-- Generated from the declaration "international-event"; the program checks one against the other at start.

create table international_event (
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
  purpose text, -- Mục đích
  theme text, -- Chủ đề, nội dung
  works text[], -- Lĩnh vực
  held_from date not null, -- Thời gian
  held_to date,
  venue text, -- Địa điểm
  side text, -- Nơi tổ chức
  form text, -- Hình thức
  organiser uuid not null, -- Đơn vị tổ chức
  partners uuid[], -- Đơn vị phối hợp
  foreign_partners text, -- Đối tác nước ngoài
  guest_level text, -- Khách cao nhất
  topics text[], -- Nội dung thuộc diện Thủ tướng cho phép
  hosting text, -- Chủ trương đăng cai
  scheme boolean, -- Đã có Đề án (Mẫu 01)
  permitter text, -- Cấp cho phép
  opinion_asked_on date, -- Ngày lấy ý kiến
  opinion_given_on date, -- Ngày có đủ ý kiến
  opinions text, -- Ý kiến các cơ quan
  submitted_on date, -- Ngày trình xin phép
  permit text, -- Văn bản cho phép
  permitted_on date, -- Ngày cho phép
  people bigint, -- Người tham dự
  foreigners bigint, -- Trong đó người nước ngoài
  women bigint, -- Trong đó nữ
  companies bigint, -- Doanh nghiệp tham gia
  countries bigint, -- Số nước tham dự
  nationalities text, -- Quốc tịch đại biểu
  speakers text, -- Báo cáo viên
  cost numeric, -- Kinh phí
  cost_currency text,
  cost_rate_on date,
  cost_source text, -- Nguồn kinh phí
  results text, -- Kết quả
  follow_ups text, -- Kiến nghị, việc tiếp theo
  reported_on date, -- Ngày báo cáo kết quả (Mẫu 02)
  report text, -- Báo cáo kết quả
  associations uuid[], -- Hội hữu nghị
  delegations uuid[], -- Đoàn tham dự
  agreements uuid[], -- Thỏa thuận ký dịp này
  officer uuid, -- Người theo dõi
  papers uuid, -- Tài liệu, ảnh
  duties uuid[], -- Nhiệm vụ liên quan
  note text, -- Ghi chú
  primary key (tenant_id, id),
  foreign key (tenant_id, agency_id) references agency,
  foreign key (tenant_id, created_by) references person,
  foreign key (tenant_id, changed_by) references person,
  foreign key (tenant_id, organiser) references agency,
  foreign key (tenant_id, officer) references person,
  foreign key (tenant_id, papers) references file,
  foreign key (tenant_id, merged_into) references international_event
);
create index on international_event (tenant_id, changed_at desc, id) where removed_at is null and merged_into is null;
create index on international_event (tenant_id, held_from desc nulls last, id) where removed_at is null and merged_into is null;
create index on international_event (tenant_id, agency_id, changed_at desc) where removed_at is null and merged_into is null;
call secure_table('international_event');
