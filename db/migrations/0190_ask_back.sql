-- What a consolidation stands on is questioned: a comment with a clock that goes to the agency whose report it is.

create table consolidation_ask (
  tenant_id uuid not null references tenant,
  id uuid not null default gen_random_uuid(),
  consolidation_id uuid not null,
  agency_report_id uuid not null,        -- whose agency is asked
  slot text,                             -- heading of the paragraph in that report; null: a figure
  paragraph_id uuid,
  indicator text,                        -- key of the figure that is asked about
  quote text not null check (quote <> ''), -- the words or figure as they stood when they were questioned
  sentence_id uuid,                      -- sentence of the consolidation from which it was asked
  finding_id uuid,                       -- contradiction or double count from which it was asked
  state text not null default 'open' check (state in ('open', 'answered', 'closed')),
  due_on date not null,
  asked_by uuid not null,                -- who asked last, and is told of the answer
  asked_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, consolidation_id) references consolidation on delete cascade,
  foreign key (tenant_id, agency_report_id) references agency_report,
  foreign key (tenant_id, sentence_id) references consolidation_sentence on delete set null (sentence_id),
  foreign key (tenant_id, finding_id) references consolidation_finding on delete set null (finding_id),
  foreign key (tenant_id, asked_by) references person,
  check ((paragraph_id is null) <> (indicator is null))
);
create index on consolidation_ask (tenant_id, consolidation_id);
create index on consolidation_ask (tenant_id, agency_report_id);
create index on consolidation_ask (tenant_id, state, due_on) where state <> 'closed';
call secure_table('consolidation_ask');

-- What was asked and answered, in its order.
create table consolidation_ask_turn (
  tenant_id uuid not null references tenant,
  ask_id uuid not null,
  n integer not null,
  kind text not null check (kind in ('question', 'answer', 'end')),
  words text not null,                   -- of an end it may be ''
  wants_return boolean not null default false, -- the agency would mend its report: to be returned or unlocked
  said_by uuid not null,
  said_at timestamptz not null,
  primary key (tenant_id, ask_id, n),
  foreign key (tenant_id, ask_id) references consolidation_ask on delete cascade,
  foreign key (tenant_id, said_by) references person
);
call secure_table('consolidation_ask_turn');

-- A notice may be about such a question, or about what is said of a consolidation.
alter table notice
  drop constraint notice_subject_kind_check,
  add constraint notice_subject_kind_check check (subject_kind in
    ('duty', 'extension', 'difficulty', 'report', 'letter', 'ask', 'consolidation'));
