-- Góp ý dự thảo văn bản: Kế hoạch 217/KH-UBND, III.1.c; Luật 64/2025/QH15 sửa đổi bởi Luật 87/2025/QH15
-- Generated from the declaration "consultation"; the program checks one against the other at start.

create table consultation (
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
  draft text not null, -- Dự thảo
  role text not null, -- Vai trò
  kind text not null, -- Loại văn bản
  drafter text not null, -- Cơ quan soạn thảo
  request text, -- Công văn xin ý kiến
  asked_on date not null, -- Ngày nhận, gửi đề nghị
  answer_by date, -- Hạn ghi trong công văn
  document uuid, -- Dự thảo trong hệ thống
  contributors uuid[], -- Đơn vị góp ý
  officer uuid, -- Người tổng hợp
  stance text, -- Ý kiến chung
  answer text, -- Văn bản trả lời
  answered_on date, -- Ngày trả lời, kết thúc lấy ý kiến
  settled_on date, -- Ngày có kết quả tiếp thu, giải trình
  issued text, -- Văn bản được ban hành
  issued_on date, -- Ngày ban hành
  signer text, -- Người ký bảng tổng hợp
  signer_position text, -- Chức vụ người ký
  report_to uuid, -- Bảng tổng hợp gửi
  papers uuid, -- Tệp dự thảo, công văn
  duties uuid[], -- Nhiệm vụ liên quan
  note text, -- Ghi chú
  primary key (tenant_id, id),
  foreign key (tenant_id, agency_id) references agency,
  foreign key (tenant_id, created_by) references person,
  foreign key (tenant_id, changed_by) references person,
  foreign key (tenant_id, document) references document,
  foreign key (tenant_id, officer) references person,
  foreign key (tenant_id, report_to) references agency,
  foreign key (tenant_id, papers) references file,
  foreign key (tenant_id, merged_into) references consultation
);
create index on consultation (tenant_id, changed_at desc, id) where removed_at is null and merged_into is null;
create index on consultation (tenant_id, asked_on desc nulls last, id) where removed_at is null and merged_into is null;
create index on consultation (tenant_id, agency_id, changed_at desc) where removed_at is null and merged_into is null;
call secure_table('consultation');
