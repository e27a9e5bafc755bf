-- Thỏa thuận quốc tế, biên bản ghi nhớ: Luật Thỏa thuận quốc tế 70/2020/QH14; NĐ 64/2021/NĐ-CP (sửa đổi: NĐ 177/2025/NĐ-CP); Kế hoạch 217/KH-UBND, II.3
-- Generated from the declaration "agreement"; the program checks one against the other at start.

create table agreement (
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
  name text not null, -- Tên gọi
  kind text not null, -- Loại văn bản
  signatory text, -- Bên Việt Nam thuộc loại
  signer uuid not null, -- Cơ quan ký
  foreign_side text not null, -- Bên nước ngoài
  country text not null, -- Nước
  foreign_level text, -- Cấp của bên nước ngoài
  locality uuid, -- Địa phương đối tác
  works text[], -- Lĩnh vực
  contents text, -- Nội dung chính
  commitments text, -- Cam kết chính
  languages text[], -- Ngôn ngữ
  has_vietnamese boolean, -- Có bản tiếng Việt hoặc bản dịch
  binds_no_state boolean, -- Không ràng buộc Nhà nước theo luật quốc tế
  is_planned boolean, -- Có trong kế hoạch năm gửi Bộ Ngoại giao
  procedure text, -- Thủ tục
  short_reason text, -- Lý do rút gọn
  dossier text[], -- Hồ sơ lấy ý kiến
  consulted uuid[], -- Cơ quan được lấy ý kiến
  consulted_others text, -- Cơ quan trung ương được lấy ý kiến
  opinion_asked_on date, -- Ngày lấy ý kiến
  opinion_given_on date, -- Ngày có đủ ý kiến
  opinions text, -- Ý kiến đã nhận, tiếp thu
  decision_asked_on date, -- Ngày trình quyết định
  decided_by text, -- Người quyết định ký
  consent text, -- Văn bản đồng ý
  consent_on date, -- Ngày đồng ý
  signed_on date, -- Ngày ký
  signed_at text, -- Nơi ký
  our_signer text, -- Người ký, chức danh (Việt Nam)
  their_signer text, -- Người ký, chức danh (nước ngoài)
  occasion text, -- Dịp ký
  delegation uuid, -- Đoàn
  lasts_from date, -- Hiệu lực
  lasts_to date,
  is_prolonged boolean, -- Tự động gia hạn
  reported_on date, -- Ngày báo cáo sau ký
  report text, -- Văn bản báo cáo sau ký
  progress text, -- Tiến độ thực hiện
  changes text, -- Sửa đổi, bổ sung, gia hạn
  end_kind text, -- Cách chấm dứt
  ended_on date, -- Ngày hết hiệu lực
  inherited_from text, -- Kế thừa từ (huyện, tỉnh cũ)
  inheritance text, -- Quyết định về thỏa thuận kế thừa
  inherited_on date, -- Ngày quyết định kế thừa
  informed_on date, -- Ngày thông báo bên nước ngoài
  is_public boolean, -- Công khai
  public_reason text, -- Lý do không công khai
  officer uuid, -- Người theo dõi
  papers uuid, -- Văn bản đã ký
  duties uuid[], -- Nhiệm vụ liên quan
  primary key (tenant_id, id),
  foreign key (tenant_id, agency_id) references agency,
  foreign key (tenant_id, created_by) references person,
  foreign key (tenant_id, changed_by) references person,
  foreign key (tenant_id, signer) references agency,
  foreign key (tenant_id, locality) references partner_locality,
  foreign key (tenant_id, delegation) references delegation,
  foreign key (tenant_id, officer) references person,
  foreign key (tenant_id, papers) references file,
  foreign key (tenant_id, merged_into) references agreement
);
create index on agreement (tenant_id, changed_at desc, id) where removed_at is null and merged_into is null;
create index on agreement (tenant_id, signed_on desc nulls last, id) where removed_at is null and merged_into is null;
create index on agreement (tenant_id, agency_id, changed_at desc) where removed_at is null and merged_into is null;
call secure_table('agreement');
