-- What a list of 20,000 duties needs at hand, written in the same transaction as the assignments it follows from.

alter table duty
  -- Words without case and diacritics. Row-level security keeps an index on fold(text) from being used: fold and LIKE
  -- are not leakproof, so they run on each row; stored, a row costs a comparison and not a folding.
  add column folded text generated always as (fold(path || ' ' || text)) stored,
  -- State of the leading part, from the assignments of those who lead.
  add column state text not null default 'assigned' check (state in ('assigned', 'received', 'in-progress', 'awaiting-confirmation', 'completed', 'returned', 'refused', 'paused', 'withdrawn')),
  -- The day on which the last of those who lead said it was done; null while one of them has not.
  add column completed_on date,
  -- Names that the document prints without naming an agency ("các cơ quan liên quan"), kept as printed.
  add column unnamed_holders text[] not null default '{}',
  add column unnamed_coordinators text[] not null default '{}';

alter table assignment
  -- Why it was refused or returned, in the words of the one who did.
  add column reason text,
  -- Whom the agency that refuses names as the right one.
  add column proposed_agency_id uuid,
  add foreign key (tenant_id, proposed_agency_id) references agency;

create index on event (tenant_id, subject_kind, id desc);
create index on event (tenant_id, actor_id, id desc);
