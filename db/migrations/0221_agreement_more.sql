-- Thỏa thuận quốc tế, biên bản ghi nhớ: Nước khác cùng ký

alter table agreement
  add column other_countries text[];
