-- Sản phẩm thông tin đối ngoại: Kế hoạch 217/KH-UBND, II.5, III.4; NĐ 72/2015/NĐ-CP được sửa đổi bởi NĐ 148/2026/NĐ-CP
-- Generated from the declaration "information-product"; the program checks one against the other at start.

create table information_product (
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
  name text not null, -- Tên sản phẩm
  kind text not null, -- Loại
  items bigint not null, -- Số lượng
  languages text[], -- Ngôn ngữ
  channel text, -- Kênh
  topic text, -- Chủ đề
  maker uuid not null, -- Cơ quan thực hiện
  published_on date not null, -- Ngày đăng, phát hành
  audience text, -- Đối tượng, nước
  reach bigint, -- Lượt tiếp cận
  address text, -- Liên kết
  files uuid, -- Tệp
  translates uuid, -- Bản dịch của
  duties uuid[], -- Nhiệm vụ liên quan
  note text, -- Ghi chú, phản hồi
  primary key (tenant_id, id),
  foreign key (tenant_id, agency_id) references agency,
  foreign key (tenant_id, created_by) references person,
  foreign key (tenant_id, changed_by) references person,
  foreign key (tenant_id, maker) references agency,
  foreign key (tenant_id, files) references file,
  foreign key (tenant_id, translates) references information_product,
  foreign key (tenant_id, merged_into) references information_product
);
create index on information_product (tenant_id, changed_at desc, id) where removed_at is null and merged_into is null;
create index on information_product (tenant_id, published_on desc nulls last, id) where removed_at is null and merged_into is null;
create index on information_product (tenant_id, agency_id, changed_at desc) where removed_at is null and merged_into is null;
call secure_table('information_product');
