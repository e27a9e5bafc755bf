-- Counts of an agency's list are kept as those of the province are, and a note of progress that changes nothing a list
-- tells writes no line and no version (decisions/0020-reading-fast.md).

-- Whose lines are counted: an agency's, or the province's own id for duties as a whole, as in duty_line.
alter table duty_tally add column whose uuid;

create or replace function duty_tally_follow() returns trigger language plpgsql as $$ begin
  if tg_op = 'INSERT' then
    insert into duty_tally (tenant_id, whose, state, is_request, is_dated, late_after, many)
      select tenant_id, whose, state, is_request, due_on is not null, late_after, count(*)
      from now_so where is_shown group by 1, 2, 3, 4, 5, 6;
  elsif tg_op = 'DELETE' then
    insert into duty_tally (tenant_id, whose, state, is_request, is_dated, late_after, many)
      select tenant_id, whose, state, is_request, due_on is not null, late_after, -count(*)
      from was_so where is_shown group by 1, 2, 3, 4, 5, 6;
  else
    insert into duty_tally (tenant_id, whose, state, is_request, is_dated, late_after, many)
      select tenant_id, whose, state, is_request, due_on is not null, late_after, sum(many)
      from (select *, 1 as many from now_so union all select *, -1 from was_so) both_ways
      where is_shown group by 1, 2, 3, 4, 5, 6 having sum(many) <> 0;
  end if;
  return null;
end $$;

-- One row of each kind, for whom so many were added. What is late on a day is late on every later one: those days
-- become one. What is added meanwhile is not seen by the delete and stays beside them.
drop function duty_tally_fold();
create function duty_tally_fold(today date, at_least integer) returns void language sql as $$
  with long as (select whose from duty_tally where tenant_id = (select current_tenant()) and not is_folded
    group by whose having count(*) >= at_least),
  gone as (delete from duty_tally where tenant_id = (select current_tenant()) and whose in (select whose from long) returning *)
  insert into duty_tally (tenant_id, whose, state, is_request, is_dated, late_after, many, is_folded)
    select tenant_id, whose, state, is_request, is_dated, case when late_after < today then '-infinity' else late_after end,
      sum(many), true from gone
    group by 1, 2, 3, 4, 5, 6 having sum(many) <> 0 $$;

-- What is there already; row-level security would hide it from an owner that is no superuser.
alter table duty_line no force row level security;
alter table duty_tally no force row level security;
delete from duty_tally;
insert into duty_tally (tenant_id, whose, state, is_request, is_dated, late_after, many, is_folded)
  select tenant_id, whose, state, is_request, due_on is not null, late_after, count(*), true
  from duty_line where is_shown group by 1, 2, 3, 4, 5, 6;
alter table duty_line force row level security;
alter table duty_tally force row level security;

alter table duty_tally alter column whose set not null;
create index duty_tally_of on duty_tally (tenant_id, whose);
create index duty_tally_added on duty_tally (tenant_id, whose) where not is_folded;

-- An agency's lines by their days: its late ones are read from the first on, however many parts it has.
create index duty_line_due_of_agency on duty_line (tenant_id, whose, due_on, published_at desc, document_id, position)
  include (duty_id, first_agency_id, role, leads, is_shown, state, is_request, late_after) where role is not null;

-- Of a part that says the same but for the moment of its change, there is no new version to keep.
create or replace function keep_assignment_version() returns trigger language plpgsql as $$ begin
  if tg_op = 'UPDATE' and to_jsonb(new) - 'changed_at' = to_jsonb(old) - 'changed_at' then return null; end if;
  insert into assignment_version (tenant_id, assignment_id, changed_at, held)
    values (new.tenant_id, new.id, new.changed_at, to_jsonb(new))
    on conflict (tenant_id, assignment_id, changed_at) do update set held = excluded.held;
  return null;
end $$;

-- A part whose columns in duty_line_source are what they were leaves its lines alone, and does not hold its duty.
create function duty_lines_follow_parts() returns trigger language plpgsql as $$
declare duties uuid[];
begin
  duties := array(select distinct c.duty_id from changed c join was w on w.tenant_id = c.tenant_id and w.id = c.id
    where (c.duty_id, c.agency_id, c.first_agency_id, c.role, c.leads, c.state, c.due_on, c.completed_at, c.stopped_on)
      is distinct from (w.duty_id, w.agency_id, w.first_agency_id, w.role, w.leads, w.state, w.due_on, w.completed_at, w.stopped_on));
  if duties = '{}' then return null; end if;
  perform from duty where id = any(duties) order by id for no key update;
  perform duty_lines_put(duties);
  return null;
end $$;
drop trigger duty_lines_updated on assignment;
create trigger duty_lines_updated after update on assignment referencing old table as was new table as changed
  for each statement execute function duty_lines_follow_parts();
