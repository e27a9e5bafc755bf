-- Hoạt động, sự kiện, hội nghị quốc tế: Nước có đại biểu, Thành phần tham dự

alter table international_event
  add column from_countries text[],
  add column participants text;
