-- What has to be decided before figures add up, rates of currencies, totals as they were issued, sentences merged.

alter table consolidation_sentence add column merged_into uuid; -- the sentence that took in its sources; set with removed_reason

-- Totals of the indicators as they were issued: what the next period is compared with.
alter table consolidation add column totals jsonb;

-- A contradiction or double count that the program found in the reports, and what a person decided of it.
create table consolidation_finding (
  tenant_id uuid not null references tenant,
  id uuid not null default gen_random_uuid(),
  consolidation_id uuid not null,
  key text not null,                     -- the same for the same tellings: app/consolidation/findings/finding.ts
  kind text not null check (kind in ('double', 'amounts', 'figures', 'standing')),
  subject text not null,
  told jsonb not null,                   -- who says what, where
  why jsonb not null,
  is_gone boolean not null default false, -- decided, and no longer in the reports as they are filed now
  decision text check (decision in ('once', 'both', 'ask')),
  keep text,                             -- of 'once': the telling that counts
  deduct jsonb not null default '[]',    -- of 'once': sums taken off an indicator of an agency that itemised nothing
  reason text,
  decided_by uuid,
  decided_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, consolidation_id) references consolidation on delete cascade,
  foreign key (tenant_id, decided_by) references person,
  check ((decision is null) = (decided_at is null)),
  check (decision <> 'both' or reason is not null)
);
create unique index on consolidation_finding (tenant_id, consolidation_id, md5(key));
call secure_table('consolidation_finding');

-- Dong for one unit of a currency on a day, as somebody read it somewhere.
create table exchange_rate (
  tenant_id uuid not null references tenant,
  currency text not null check (currency ~ '^[A-Z]{3}$' and currency <> 'VND'),
  on_day date not null,
  dong double precision not null check (dong > 0),
  source text not null check (source <> ''),
  set_by uuid not null,
  set_at timestamptz not null,
  primary key (tenant_id, currency, on_day),
  foreign key (tenant_id, set_by) references person
);
call secure_table('exchange_rate');
