-- Where in a report a comment belongs: the key of a heading; null: the report as a whole.
alter table comment add column place text check (place <> '');
