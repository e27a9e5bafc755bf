-- The list of duties is read one line after the other, in its order, from one narrow table kept by triggers, and the
-- four cells of the whole province are summed from counts (decisions/0020-reading-fast.md).

-- The last day on which it is in time: 'infinity' when it is in time for good, '-infinity' when it is late for good;
-- says what `cellOf` says, without the day of today.
create function late_after(completed_on date, stopped_on date, due_on date) returns date
language sql immutable parallel safe as $$
  select case when due_on is null then 'infinity'::date
    when coalesce(completed_on, stopped_on) is null then due_on
    when coalesce(completed_on, stopped_on) > due_on then '-infinity'::date else 'infinity'::date end $$;

create table duty_line (
  tenant_id uuid not null references tenant,
  id uuid not null,                      -- of the part, or of the duty as a whole
  whose uuid not null,                   -- the agency whose part it is; the province's own id for a duty as a whole
  duty_id uuid not null,
  first_agency_id uuid,                  -- whom the part was first given to, as in assignment
  role text,                             -- null for a duty as a whole
  leads boolean not null,
  -- False where its agency has the same duty as a holder too: a list shows one line of both.
  is_shown boolean not null,
  published_at timestamptz not null,     -- of the document; lists begin with the newest
  document_id uuid not null,
  position integer not null,
  state text not null,
  is_request boolean not null,
  due_on date,
  late_after date not null,              -- 'infinity' for a request
  waits boolean not null,                -- not done, and its clock stands still
  primary key (tenant_id, id),
  foreign key (tenant_id, duty_id) references duty on delete cascade
);
create index duty_line_duty on duty_line (tenant_id, duty_id);
create index duty_line_in_order on duty_line (tenant_id, whose, published_at desc, document_id, position)
  include (duty_id, first_agency_id, role, leads, is_shown, state, is_request, due_on, late_after, waits);
create index duty_line_due on duty_line (tenant_id, whose, due_on, published_at desc, document_id, position);
create index duty_line_due_down on duty_line (tenant_id, whose, due_on desc nulls last, published_at desc, document_id, position);
create index duty_line_state on duty_line (tenant_id, whose, state, published_at desc, document_id, position);
call secure_table('duty_line');

-- What a line says of a duty and of each of its parts.
create view duty_line_source with (security_invoker = true) as
  select y.tenant_id, y.id, y.tenant_id as whose, y.id as duty_id, null::uuid as first_agency_id, null::text as role,
    false as leads, true as is_shown, coalesce(d.published_at, 'infinity') as published_at, y.document_id, y.position,
    y.state, y.is_request, y.due_on,
    case when y.is_request then 'infinity' else late_after(y.completed_on, y.stopped_on, y.due_on) end as late_after,
    y.stopped_on is not null and y.completed_on is null as waits
  from duty y join document d on d.tenant_id = y.tenant_id and d.id = y.document_id
  union all
  select a.tenant_id, a.id, a.agency_id, y.id, a.first_agency_id, a.role, a.leads,
    a.role = 'holder' or not exists (select from assignment h where h.tenant_id = a.tenant_id and h.duty_id = a.duty_id
      and h.agency_id = a.agency_id and h.first_agency_id is not distinct from a.first_agency_id and h.role = 'holder'
      and (h.state = 'withdrawn') = (a.state = 'withdrawn')),
    coalesce(d.published_at, 'infinity'), y.document_id, y.position, a.state, y.is_request, a.due_on,
    case when y.is_request then 'infinity' else
      late_after((a.completed_at at time zone 'Asia/Ho_Chi_Minh')::date, a.stopped_on, a.due_on) end,
    a.stopped_on is not null and a.completed_at is null
  from assignment a
  join duty y on y.tenant_id = a.tenant_id and y.id = a.duty_id
  join document d on d.tenant_id = y.tenant_id and d.id = y.document_id;
grant select on duty_line_source to nhipcau_app;

-- Writes the lines of these duties anew; a line that says the same is left alone.
create function duty_lines_put(duties uuid[]) returns void language sql as $$
  insert into duty_line as l select s.* from unnest(duties) wanted(id)
    join duty_line_source s on s.duty_id = wanted.id
  on conflict (tenant_id, id) do update set whose = excluded.whose, first_agency_id = excluded.first_agency_id,
    role = excluded.role, leads = excluded.leads, is_shown = excluded.is_shown, published_at = excluded.published_at,
    document_id = excluded.document_id, position = excluded.position, state = excluded.state,
    is_request = excluded.is_request, due_on = excluded.due_on, late_after = excluded.late_after, waits = excluded.waits
  where (l.whose, l.first_agency_id, l.role, l.leads, l.is_shown, l.published_at, l.document_id, l.position, l.state,
      l.is_request, l.due_on, l.late_after, l.waits)
    is distinct from (excluded.whose, excluded.first_agency_id, excluded.role, excluded.leads, excluded.is_shown,
      excluded.published_at, excluded.document_id, excluded.position, excluded.state, excluded.is_request,
      excluded.due_on, excluded.late_after, excluded.waits) $$;

-- Lines follow their rows in the transaction that changes them, once for each statement. Who changes parts holds their
-- duty first, so that of two people who change two parts of it at once the second reads what the first has written.
create function duty_lines_follow() returns trigger language plpgsql as $$
declare duties uuid[];
begin
  if tg_table_name = 'duty' then
    duties := array(select id from changed);
  else
    duties := array(select distinct duty_id from changed);
    perform from duty where id = any(duties) order by id for no key update;
    if tg_op = 'DELETE' then delete from duty_line l using changed c where l.tenant_id = c.tenant_id and l.id = c.id; end if;
  end if;
  perform duty_lines_put(duties);
  return null;
end $$;
create function duty_lines_of_document() returns trigger language plpgsql as $$ begin
  perform duty_lines_put(array(select id from duty where tenant_id = new.tenant_id and document_id = new.id));
  return null;
end $$;
create trigger duty_lines_inserted after insert on duty referencing new table as changed
  for each statement execute function duty_lines_follow();
create trigger duty_lines_updated after update on duty referencing new table as changed
  for each statement execute function duty_lines_follow();
create trigger duty_lines_inserted after insert on assignment referencing new table as changed
  for each statement execute function duty_lines_follow();
create trigger duty_lines_updated after update on assignment referencing new table as changed
  for each statement execute function duty_lines_follow();
create trigger duty_lines_deleted after delete on assignment referencing old table as changed
  for each statement execute function duty_lines_follow();
create trigger duty_lines_of_document after update of published_at on document for each row
  when (old.published_at is distinct from new.published_at) execute function duty_lines_of_document();

-- How many duties of the province stand how. Writers only add rows, so they never wait for each other; the sum of a
-- kind is its count, and a job makes one row of many.
create table duty_tally (
  tenant_id uuid not null references tenant,
  id bigint generated always as identity,
  state text not null,
  is_request boolean not null,
  is_dated boolean not null,
  late_after date not null,
  many integer not null,                 -- more or, below zero, fewer
  is_folded boolean not null default false,
  primary key (tenant_id, id)
);
call secure_table('duty_tally');

create function duty_tally_follow() returns trigger language plpgsql as $$ begin
  if tg_op = 'INSERT' then
    insert into duty_tally (tenant_id, state, is_request, is_dated, late_after, many)
      select tenant_id, state, is_request, due_on is not null, late_after, count(*)
      from now_so where whose = tenant_id group by 1, 2, 3, 4, 5;
  elsif tg_op = 'DELETE' then
    insert into duty_tally (tenant_id, state, is_request, is_dated, late_after, many)
      select tenant_id, state, is_request, due_on is not null, late_after, -count(*)
      from was_so where whose = tenant_id group by 1, 2, 3, 4, 5;
  else
    insert into duty_tally (tenant_id, state, is_request, is_dated, late_after, many)
      select tenant_id, state, is_request, due_on is not null, late_after, sum(many)
      from (select *, 1 as many from now_so union all select *, -1 from was_so) both_ways
      where whose = tenant_id group by 1, 2, 3, 4, 5 having sum(many) <> 0;
  end if;
  return null;
end $$;
create trigger duty_tally_inserted after insert on duty_line referencing new table as now_so
  for each statement execute function duty_tally_follow();
create trigger duty_tally_updated after update on duty_line referencing old table as was_so new table as now_so
  for each statement execute function duty_tally_follow();
create trigger duty_tally_deleted after delete on duty_line referencing old table as was_so
  for each statement execute function duty_tally_follow();

-- One row of each kind. What is added meanwhile is not seen by the delete and stays beside them.
create function duty_tally_fold() returns void language sql as $$
  with gone as (delete from duty_tally where tenant_id = (select current_tenant()) returning *)
  insert into duty_tally (tenant_id, state, is_request, is_dated, late_after, many, is_folded)
    select tenant_id, state, is_request, is_dated, late_after, sum(many), true from gone
    group by 1, 2, 3, 4, 5 having sum(many) <> 0 $$;

-- What is there already; row-level security would hide it from an owner that is no superuser.
alter table duty no force row level security;
alter table assignment no force row level security;
alter table document no force row level security;
alter table duty_line no force row level security;
alter table duty_tally no force row level security;
insert into duty_line select * from duty_line_source;
alter table duty force row level security;
alter table assignment force row level security;
alter table document force row level security;
alter table duty_line force row level security;
alter table duty_tally force row level security;
