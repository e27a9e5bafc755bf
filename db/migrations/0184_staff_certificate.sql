-- Ngoại ngữ, chứng chỉ của nhân sự: Kế hoạch 217/KH-UBND, II.6, III.3
-- Generated from the declaration "staff-certificate"; the program checks one against the other at start.

create table staff_certificate (
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
  name text not null, -- Tên chứng chỉ, văn bằng
  holder uuid not null, -- Cán bộ
  kind text not null, -- Loại
  language text, -- Ngoại ngữ
  level text, -- Bậc
  score text, -- Điểm, xếp loại
  issuer text, -- Nơi cấp
  number bytea, -- Số hiệu
  issued_on date not null, -- Ngày cấp
  expires_on date, -- Ngày hết hạn
  course uuid, -- Từ lớp
  duties uuid[], -- Nhiệm vụ liên quan
  note text, -- Ghi chú
  primary key (tenant_id, id),
  foreign key (tenant_id, agency_id) references agency,
  foreign key (tenant_id, created_by) references person,
  foreign key (tenant_id, changed_by) references person,
  foreign key (tenant_id, holder) references staff,
  foreign key (tenant_id, course) references training_course,
  foreign key (tenant_id, merged_into) references staff_certificate
);
create index on staff_certificate (tenant_id, changed_at desc, id) where removed_at is null and merged_into is null;
create index on staff_certificate (tenant_id, issued_on desc nulls last, id) where removed_at is null and merged_into is null;
create index on staff_certificate (tenant_id, agency_id, changed_at desc) where removed_at is null and merged_into is null;
call secure_table('staff_certificate');
