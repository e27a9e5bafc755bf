-- Letters that the program drafts when a step of the ladder is reached, reports, and the day a letter was sealed.

alter table letter
  alter column made_by drop not null,    -- null: the program drafted it
  alter column changed_by drop not null, -- null: nobody has edited it since
  add column stamped_on date,            -- the day the seal was put on it
  drop constraint letter_draft_kind_check,
  add constraint letter_draft_kind_check check (draft_kind in
    ('assign', 'urge', 'extension', 'difficulty', 'invite', 'submit', 'ask', 'report')),
  drop constraint letter_state_check,
  add constraint letter_state_check check (state in ('draft', 'numbered', 'sent', 'withdrawn')),
  drop constraint letter_check,
  add constraint letter_check check ((state in ('draft', 'withdrawn')) = (number is null)),
  add constraint letter_stamped_check check (stamped_on is null or stamped_on >= dated);

-- A part of a duty that reached the step "letter": drafted for once, until its agency answers.
create table letter_step (
  tenant_id uuid not null references tenant,
  assignment_id uuid not null,
  step text not null,                    -- the rung, e.g. 'overdue:7:focal-officer:letter'
  anchor_on date not null,               -- the due day it counts from, or the day silence began
  letter_id uuid,                        -- null: a person dropped the draft
  drafted_at timestamptz not null,
  answer text check (answer in
    ('withdrawn', 'refused', 'done', 'waits', 'extension', 'progress', 'difficulty', 'received', 'moved')),
  answered_on date,
  primary key (tenant_id, assignment_id, step, anchor_on),
  foreign key (tenant_id, assignment_id) references assignment on delete cascade,
  foreign key (tenant_id, letter_id) references letter on delete set null (letter_id),
  check ((answer is null) = (answered_on is null))
);
create index on letter_step (tenant_id, letter_id);
call secure_table('letter_step');

-- A notice may be about a letter that waits for whoever issues it.
alter table notice
  drop constraint notice_subject_kind_check,
  add constraint notice_subject_kind_check check (subject_kind in ('duty', 'extension', 'difficulty', 'report', 'letter'));
