-- A list of documents says how many duties each has and how many are confirmed, without opening its reading.

alter table document
  add column duty_count integer not null default 0,       -- duties not left out by people
  add column confirmed_count integer not null default 0;
