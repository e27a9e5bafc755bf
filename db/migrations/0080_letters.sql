-- Official letters written from the data: drafted, edited, numbered in the register of their issuer, sent.

create table letter (
  tenant_id uuid not null references tenant,
  id uuid not null default gen_random_uuid(),
  draft_kind text not null check (draft_kind in
    ('assign', 'urge', 'extension', 'difficulty', 'invite', 'submit', 'ask')),
  issuer_id uuid not null,               -- the agency whose letter it is
  content jsonb not null,                -- an OfficialDocument without number and date
  revision integer not null default 1,
  state text not null default 'draft' check (state in ('draft', 'numbered', 'sent')),
  difficulty_id uuid,
  extension_id uuid,
  made_by uuid not null,
  made_at timestamptz not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  book text,                             -- register it is numbered in: 'GM', 'TTr', 'CV'
  year integer,
  number integer,
  dated date,
  numbered_by uuid,
  numbered_at timestamptz,
  docx_file_id uuid,                     -- as printed when it was numbered
  pdf_file_id uuid,
  sent_by uuid,
  sent_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, issuer_id) references agency,
  foreign key (tenant_id, difficulty_id) references difficulty on delete set null (difficulty_id),
  foreign key (tenant_id, extension_id) references extension on delete set null (extension_id),
  foreign key (tenant_id, made_by) references person,
  foreign key (tenant_id, changed_by) references person,
  foreign key (tenant_id, numbered_by) references person,
  foreign key (tenant_id, sent_by) references person,
  foreign key (tenant_id, docx_file_id) references file,
  foreign key (tenant_id, pdf_file_id) references file,
  unique (tenant_id, issuer_id, book, year, number),
  check ((state = 'draft') = (number is null)),
  check (num_nulls(book, year, number, dated, numbered_by, numbered_at) in (0, 6)),
  check ((state = 'sent') = (sent_at is not null)),
  check (year is null or extract(year from dated) = year)
);
create index on letter (tenant_id, changed_at desc);
call secure_table('letter');

-- Whom a letter goes to, and the duties it is about.
create table letter_agency (
  tenant_id uuid not null references tenant,
  letter_id uuid not null,
  agency_id uuid not null,
  primary key (tenant_id, letter_id, agency_id),
  foreign key (tenant_id, letter_id) references letter on delete cascade,
  foreign key (tenant_id, agency_id) references agency
);
create index on letter_agency (tenant_id, agency_id);
call secure_table('letter_agency');

create table letter_duty (
  tenant_id uuid not null references tenant,
  letter_id uuid not null,
  duty_id uuid not null,
  primary key (tenant_id, letter_id, duty_id),
  foreign key (tenant_id, letter_id) references letter on delete cascade,
  foreign key (tenant_id, duty_id) references duty on delete cascade
);
create index on letter_duty (tenant_id, duty_id);
call secure_table('letter_duty');

-- The register of outgoing numbers: one row a book and year; its lock hands out one number after the other.
create table letter_register (
  tenant_id uuid not null references tenant,
  issuer_id uuid not null,
  book text not null,
  year integer not null,
  last integer not null check (last > 0),
  last_dated date not null,
  primary key (tenant_id, issuer_id, book, year),
  foreign key (tenant_id, issuer_id) references agency
);
call secure_table('letter_register', 'select, insert, update');

-- What has a number stays as it is, and stays.
create function keep_numbered_letter() returns trigger language plpgsql as $$ begin
  if tg_op = 'DELETE' then
    if old.number is not null then raise exception 'a numbered letter is kept'; end if;
    return old;
  end if;
  if old.number is null then return new; end if;
  if (new.content, new.issuer_id, new.book, new.year, new.number, new.dated, new.draft_kind)
    is distinct from (old.content, old.issuer_id, old.book, old.year, old.number, old.dated, old.draft_kind)
  then raise exception 'a numbered letter is frozen'; end if;
  return new;
end $$;
create trigger keep_numbered before update or delete on letter for each row execute function keep_numbered_letter();
