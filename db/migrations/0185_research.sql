-- Nghiên cứu, tham mưu: Kế hoạch 217/KH-UBND, II.6, III.1.a, III.1.c
-- Generated from the declaration "research"; the program checks one against the other at start.

create table research (
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
  topic text not null, -- Chủ đề
  kind text not null, -- Loại
  subject text, -- Lĩnh vực
  author uuid not null, -- Cơ quan chủ trì
  authors text, -- Chủ nhiệm, nhóm thực hiện
  partners uuid[], -- Cơ quan phối hợp
  question text, -- Câu hỏi, yêu cầu đặt ra
  decision text, -- Văn bản giao
  began_on date, -- Ngày bắt đầu
  due_on date, -- Hạn hoàn thành
  cost numeric, -- Kinh phí
  cost_currency text,
  cost_rate_on date,
  product text, -- Sản phẩm
  summary text, -- Kết luận, kiến nghị chính
  papers uuid, -- Tệp sản phẩm
  submitted_to uuid, -- Trình, gửi
  submitted_on date, -- Ngày trình
  submission text, -- Số văn bản trình
  accepted_on date, -- Ngày nghiệm thu, có ý kiến
  grade text, -- Kết quả
  used_by uuid[], -- Cơ quan sử dụng
  used_on date, -- Ngày được sử dụng
  use text, -- Sử dụng vào việc gì
  document uuid, -- Văn bản trong hệ thống
  duties uuid[], -- Nhiệm vụ liên quan
  primary key (tenant_id, id),
  foreign key (tenant_id, agency_id) references agency,
  foreign key (tenant_id, created_by) references person,
  foreign key (tenant_id, changed_by) references person,
  foreign key (tenant_id, author) references agency,
  foreign key (tenant_id, papers) references file,
  foreign key (tenant_id, submitted_to) references agency,
  foreign key (tenant_id, document) references document,
  foreign key (tenant_id, merged_into) references research
);
create index on research (tenant_id, changed_at desc, id) where removed_at is null and merged_into is null;
create index on research (tenant_id, due_on desc nulls last, id) where removed_at is null and merged_into is null;
create index on research (tenant_id, agency_id, changed_at desc) where removed_at is null and merged_into is null;
call secure_table('research');
