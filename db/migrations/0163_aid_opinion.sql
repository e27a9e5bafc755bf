-- Ý kiến thẩm định viện trợ: NĐ 313/2025/NĐ-CP; NĐ 80/2020/NĐ-CP (khoản cũ); Kế hoạch 217/KH-UBND, III.6.b
-- Generated from the declaration "aid-opinion"; the program checks one against the other at start.

create table aid_opinion (
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
  subject text not null, -- Nội dung xin ý kiến
  project uuid not null, -- Khoản viện trợ
  giver uuid not null, -- Cơ quan được hỏi
  asked_on date not null, -- Ngày gửi hỏi
  letter text, -- Văn bản hỏi
  due_on date, -- Hạn trả lời ghi trong văn bản
  reminded_on date, -- Ngày nhắc
  given_on date, -- Ngày trả lời
  answer text, -- Văn bản trả lời
  verdict text, -- Ý kiến
  topics text[], -- Nội dung có ý kiến
  opinion text, -- Tóm tắt ý kiến
  handled text, -- Tiếp thu, giải trình
  file uuid, -- Tệp trả lời
  duties uuid[], -- Nhiệm vụ liên quan
  primary key (tenant_id, id),
  foreign key (tenant_id, agency_id) references agency,
  foreign key (tenant_id, created_by) references person,
  foreign key (tenant_id, changed_by) references person,
  foreign key (tenant_id, project) references aid_project,
  foreign key (tenant_id, giver) references agency,
  foreign key (tenant_id, file) references file,
  foreign key (tenant_id, merged_into) references aid_opinion
);
create index on aid_opinion (tenant_id, changed_at desc, id) where removed_at is null and merged_into is null;
create index on aid_opinion (tenant_id, asked_on desc nulls last, id) where removed_at is null and merged_into is null;
create index on aid_opinion (tenant_id, agency_id, changed_at desc) where removed_at is null and merged_into is null;
call secure_table('aid_opinion');
