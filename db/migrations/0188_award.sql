-- Khen thưởng đối ngoại nhân dân: Kế hoạch 217/KH-UBND, III.2.c; Luật Thi đua, khen thưởng 06/2022/QH15; NĐ 152/2025/NĐ-CP; TT 15/2025/TT-BNV; NĐ 58/2022/NĐ-CP, Điều 20
-- Generated from the declaration "award"; the program checks one against the other at start.

create table award (
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
  candidate text not null, -- Người, tổ chức được đề nghị
  kind text not null, -- Đối tượng
  country text, -- Nước
  organisation text, -- Tổ chức, đơn vị
  position text, -- Chức vụ
  passport_name bytea, -- Tên Latin như hộ chiếu
  nationality bytea, -- Quốc tịch
  life bytea, -- Tóm tắt tiểu sử
  phone bytea, -- Điện thoại
  email bytea, -- Thư điện tử
  form text not null, -- Hình thức
  decider text, -- Cấp quyết định
  proposer uuid not null, -- Cơ quan đề nghị
  proposed_on date not null, -- Ngày đề nghị
  reason text, -- Lý do
  merits text, -- Thành tích
  value numeric, -- Giá trị đóng góp
  value_currency text,
  value_rate_on date,
  ngo uuid, -- Tổ chức PCPNN
  overseas uuid, -- Kiều bào, hội đoàn
  contributions uuid[], -- Đóng góp của kiều bào
  projects uuid[], -- Dự án, viện trợ
  dossier text[], -- Hồ sơ đã có
  papers uuid, -- Tệp hồ sơ
  appraised_on date, -- Ngày thẩm định đủ hồ sơ
  foreign_asked_on date, -- Ngày hỏi ngoại vụ
  foreign_answered_on date, -- Ngày ngoại vụ trả lời
  foreign_opinion text, -- Ý kiến ngoại vụ
  police_asked_on date, -- Ngày hỏi Công an
  police_answered_on date, -- Ngày Công an trả lời
  police_opinion text, -- Ý kiến Công an
  council_on date, -- Ngày họp hội đồng
  votes_for bigint, -- Phiếu đồng ý
  votes bigint, -- Tổng số phiếu
  petition text, -- Tờ trình
  submitted_on date, -- Ngày trình
  decision text, -- Quyết định
  decided_on date, -- Ngày quyết định
  signer text, -- Người ký
  presented_on date, -- Ngày trao
  presented_at text, -- Nơi trao
  prize numeric, -- Tiền thưởng
  prize_currency text,
  prize_rate_on date,
  published_on date, -- Ngày công bố
  last_award uuid, -- Lần khen trước
  last_award_on date, -- Ngày khen lần trước
  officer uuid, -- Người theo dõi
  duties uuid[], -- Nhiệm vụ liên quan
  primary key (tenant_id, id),
  foreign key (tenant_id, agency_id) references agency,
  foreign key (tenant_id, created_by) references person,
  foreign key (tenant_id, changed_by) references person,
  foreign key (tenant_id, proposer) references agency,
  foreign key (tenant_id, ngo) references foreign_ngo,
  foreign key (tenant_id, overseas) references overseas_vietnamese,
  foreign key (tenant_id, papers) references file,
  foreign key (tenant_id, last_award) references award,
  foreign key (tenant_id, officer) references person,
  foreign key (tenant_id, merged_into) references award
);
create index on award (tenant_id, changed_at desc, id) where removed_at is null and merged_into is null;
create index on award (tenant_id, proposed_on desc nulls last, id) where removed_at is null and merged_into is null;
create index on award (tenant_id, agency_id, changed_at desc) where removed_at is null and merged_into is null;
call secure_table('award');
