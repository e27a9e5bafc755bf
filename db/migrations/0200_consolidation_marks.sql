-- What NĐ 30 prints besides plain words: bold, italic, and points of a list; as agencies filed it or an editor set it.
alter table consolidation_sentence
  add column marks jsonb not null default '[]',
  add column form text not null default 'text' check (form in ('text', 'point'));
