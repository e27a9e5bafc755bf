-- Trao đổi về an ninh, trật tự: Kế hoạch 217/KH-UBND, III.9; Luật Bảo vệ bí mật nhà nước 117/2025/QH15
-- Generated from the declaration "security-notice"; the program checks one against the other at start.

create table security_notice (
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
  subject text not null, -- Việc trao đổi
  kind text not null, -- Loại
  sender uuid not null, -- Cơ quan gửi
  receiver uuid not null, -- Cơ quan nhận
  paper text, -- Số văn bản gửi
  sent_on date not null, -- Ngày gửi
  activity_on date, -- Ngày diễn ra hoạt động
  place text, -- Nơi diễn ra
  answer_by date, -- Cần trả lời trước
  answered_on date, -- Ngày trả lời
  answer_paper text, -- Số văn bản trả lời
  answer text, -- Ý kiến
  conditions text, -- Lưu ý (không mật)
  earlier uuid, -- Lần trao đổi trước
  duties uuid[], -- Nhiệm vụ liên quan
  primary key (tenant_id, id),
  foreign key (tenant_id, agency_id) references agency,
  foreign key (tenant_id, created_by) references person,
  foreign key (tenant_id, changed_by) references person,
  foreign key (tenant_id, sender) references agency,
  foreign key (tenant_id, receiver) references agency,
  foreign key (tenant_id, earlier) references security_notice,
  foreign key (tenant_id, merged_into) references security_notice
);
create index on security_notice (tenant_id, changed_at desc, id) where removed_at is null and merged_into is null;
create index on security_notice (tenant_id, sent_on desc nulls last, id) where removed_at is null and merged_into is null;
create index on security_notice (tenant_id, agency_id, changed_at desc) where removed_at is null and merged_into is null;
call secure_table('security_notice');
