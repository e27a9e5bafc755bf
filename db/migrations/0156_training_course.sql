-- Đào tạo, bồi dưỡng, ngoại ngữ: Kế hoạch 217/KH-UBND, II.6, III.1.d, III.3
-- Generated from the declaration "training-course"; the program checks one against the other at start.

create table training_course (
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
  name text not null, -- Tên lớp
  subjects text[], -- Nội dung
  organiser uuid not null, -- Cơ quan tổ chức
  school text, -- Cơ sở đào tạo, giảng viên
  held_from date not null, -- Thời gian
  held_to date,
  form text, -- Hình thức
  classes bigint not null, -- Số lớp
  learners bigint, -- Học viên
  women bigint, -- Trong đó nữ
  certified bigint, -- Được cấp chứng chỉ, chứng nhận
  decision text, -- Quyết định mở lớp
  cost numeric, -- Kinh phí
  cost_currency text,
  cost_rate_on date,
  senders uuid[], -- Cơ quan cử học viên
  papers uuid, -- Danh sách, tài liệu
  duties uuid[], -- Nhiệm vụ liên quan
  result text, -- Kết quả, đánh giá
  primary key (tenant_id, id),
  foreign key (tenant_id, agency_id) references agency,
  foreign key (tenant_id, created_by) references person,
  foreign key (tenant_id, changed_by) references person,
  foreign key (tenant_id, organiser) references agency,
  foreign key (tenant_id, papers) references file,
  foreign key (tenant_id, merged_into) references training_course
);
create index on training_course (tenant_id, changed_at desc, id) where removed_at is null and merged_into is null;
create index on training_course (tenant_id, agency_id, changed_at desc) where removed_at is null and merged_into is null;
call secure_table('training_course');
