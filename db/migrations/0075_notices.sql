-- Notices: what people are reminded of, each step once, and who received and read it when.

-- A province's own ladder over the shipped one (data/notice-ladder.json).
create table notice_ladder (
  tenant_id uuid not null references tenant,
  content jsonb not null,                -- app/notices/ladder.contract.ts
  changed_on date not null,              -- steps before this day are not sent late because the ladder changed
  changed_at timestamptz not null,
  primary key (tenant_id)
);
call secure_table('notice_ladder');

-- Working days whose steps have been sent; written in one transaction with their notices.
create table notice_run (
  tenant_id uuid not null references tenant,
  day date not null,
  sent integer not null,
  at timestamptz not null,
  primary key (tenant_id, day)
);
call secure_table('notice_run');

create table notice (
  tenant_id uuid not null references tenant,
  id uuid not null default gen_random_uuid(),
  seq bigint generated always as identity, -- order in which they were committed; browsers name the last they had
  person_id uuid not null,
  subject_kind text not null check (subject_kind in ('duty', 'extension', 'difficulty', 'report')),
  subject_id uuid not null,              -- the assignment, extension, difficulty or agency report
  duty_id uuid,                          -- the duty it opens; null for a report
  step text not null,                    -- e.g. 'before-due:7', 'silent:3', 'by-hand'
  anchor_on date not null,               -- the due day the step counts from, or the day silence began
  due_on date,
  is_request boolean not null,           -- asked of, not ordered: never said to be late
  level text not null check (level in ('doer', 'head', 'focal-officer', 'leader')),
  channel text not null check (channel in ('app', 'mail', 'push')),
  title text not null,                   -- words of the duty, or name of the report
  agency_id uuid,                        -- whose work it is
  sent_by uuid,                          -- who reminded by hand; null: the ladder
  sent_at timestamptz not null,
  muted boolean not null default false,  -- its reader had muted the subject: kept, but not counted or sent on
  shown_at timestamptz,                  -- first reached a page of its reader
  read_at timestamptz,
  mail_id uuid,                          -- the digest that carried it
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references person on delete cascade,
  foreign key (tenant_id, sent_by) references person,
  foreign key (tenant_id, agency_id) references agency,
  foreign key (tenant_id, mail_id) references mail on delete set null (mail_id),
  unique (tenant_id, subject_kind, subject_id, step, person_id, anchor_on)
);
create index on notice (tenant_id, person_id, seq desc);
create index on notice (tenant_id, person_id) where read_at is null and not muted;
create index on notice (tenant_id, duty_id, seq desc);
call secure_table('notice');

create table notice_mute (
  tenant_id uuid not null references tenant,
  person_id uuid not null,
  subject_kind text not null,
  subject_id uuid not null,
  muted_at timestamptz not null,
  primary key (tenant_id, person_id, subject_kind, subject_id),
  foreign key (tenant_id, person_id) references person on delete cascade
);
call secure_table('notice_mute');

-- One letter a day for each person who has something to read.
create table notice_digest (
  tenant_id uuid not null references tenant,
  person_id uuid not null,
  day date not null,
  notices integer not null,
  mail_id uuid,
  primary key (tenant_id, person_id, day),
  foreign key (tenant_id, person_id) references person on delete cascade,
  foreign key (tenant_id, mail_id) references mail on delete set null (mail_id)
);
call secure_table('notice_digest');
