-- Rows of registers are found with everything else: by title, numbers and what tells them apart, in one table of
-- entries. A register whose rows not everybody of the province may read is never followed. A new register's migration
-- ends with its own call of search_rows; those that are there already are named below.

alter table search_entry drop constraint search_entry_kind_check;
alter table search_entry add constraint search_entry_kind_check
  check (kind in ('document', 'duty', 'agency', 'person', 'report', 'difficulty', 'row'));
alter table search_entry add column register text check ((kind = 'row') = (register is not null));

-- The statement that writes entries of what stands in `source`: a table, or the rows that a statement wrote.
-- `columns`: what a row is found by; all but the first are also found when written without spaces (123ubhd).
create function search_rows_statement(source text, register text, columns text[]) returns text language sql immutable as $$
  select format(
    'insert into search_entry (tenant_id, kind, subject_id, register, words, readers, at, place)
     select t.tenant_id, ''row'', t.id, %L, search_vector(t.tenant_id, ''row'', concat_ws('' '', %s), array_remove(array[%s]::text[], null)),
       null, t.created_at, 0 from %s t where t.removed_at is null and t.merged_into is null',
    register, (select string_agg(format('t.%I', c), ', ' order by n) from unnest(columns) with ordinality x(c, n)),
    coalesce((select string_agg(format('t.%I', c), ', ' order by n) from unnest(columns[2:]) with ordinality x(c, n)), 'null'), source) $$;

-- Follows the rows that a statement wrote. Arguments: the register's name, then the columns.
create function search_follow_rows() returns trigger language plpgsql as $$
declare columns text[] := tg_argv[1:];
  changed text := (select string_agg(format('n.%1$I is distinct from o.%1$I', c), ' or ')
    from unnest(columns || array['removed_at', 'merged_into']) c);
begin
  if tg_op = 'INSERT' then
    execute public.search_rows_statement('fresh', tg_argv[0], columns);
  elsif tg_op = 'DELETE' then
    delete from search_entry e using gone o where e.tenant_id = o.tenant_id and e.kind = 'row' and e.subject_id = o.id;
  else
    execute format('delete from search_entry e using fresh n join gone o on o.tenant_id = n.tenant_id and o.id = n.id
      where e.tenant_id = n.tenant_id and e.kind = ''row'' and e.subject_id = n.id and (%s)', changed);
    execute public.search_rows_statement(format('(select n.* from fresh n join gone o on o.tenant_id = n.tenant_id and o.id = n.id where %s)', changed),
      tg_argv[0], columns);
  end if;
  return null;
end $$;

-- Makes search follow the rows of a register, and writes entries of those that are there already. Said again of a
-- table, it follows other columns from then on.
create procedure search_rows(name text, register text, columns text[]) language plpgsql as $$
declare arguments text := (select string_agg(quote_literal(a), ', ' order by n) from unnest(register || columns) with ordinality x(a, n));
  fenced boolean := (select c.relforcerowsecurity from pg_class c where c.oid = name::regclass);
begin
  execute format('create or replace trigger search_rows_made after insert on %I referencing new table as fresh
    for each statement execute function search_follow_rows(%s)', name, arguments);
  execute format('create or replace trigger search_rows_changed after update on %I referencing old table as gone new table as fresh
    for each statement execute function search_follow_rows(%s)', name, arguments);
  execute format('create or replace trigger search_rows_gone after delete on %I referencing old table as gone
    for each statement execute function search_follow_rows(%s)', name, arguments);
  -- Row-level security would hide the rows from an owner that is no superuser.
  execute format('alter table %I no force row level security', name);
  delete from search_entry e where e.kind = 'row' and e.register = search_rows.register;
  execute search_rows_statement(quote_ident(name), register, columns);
  if fenced then execute format('alter table %I force row level security', name); end if;
end $$;

-- Tables whose rows are followed, as their triggers say it.
create view search_followed with (security_invoker = true) as
  select t.tgrelid::regclass::text as name, said.words[1] as register, said.words[2:] as columns
  from pg_trigger t cross join lateral (
    select array_remove(string_to_array(encode(t.tgargs, 'escape'), '\000'), '') as words) said
  where t.tgname = 'search_rows_made';
grant select on search_followed to nhipcau_app;

-- Writes the province's entries anew, rows of registers too; returns how many there are.
create or replace function search_rebuild() returns integer language plpgsql as $$
declare many integer;
  one record;
begin
  delete from search_entry where tenant_id = (select current_tenant());
  insert into search_entry (tenant_id, kind, subject_id, words, readers, at, place)
    select s.tenant_id, s.kind, s.subject_id, search_vector(s.tenant_id, s.kind, s.said, s.together), s.readers, s.at, s.place
    from search_source s where s.tenant_id = (select current_tenant());
  for one in select * from search_followed loop
    execute search_rows_statement(format('(select * from %s where tenant_id = (select current_tenant()))', one.name), one.register, one.columns);
  end loop;
  select count(*) into many from search_entry where tenant_id = (select current_tenant());
  return many;
end $$;

call search_rows('friendship_association', 'friendship-association', array['name', 'request_paper', 'committee_decision', 'establish_decision', 'charter_decision', 'end_decision']);
call search_rows('congress', 'congress', array['name', 'answer', 'resolution', 'charter_decision']);
call search_rows('agreement', 'agreement', array['name', 'consent', 'report', 'inheritance']);
call search_rows('partner_locality', 'partner-locality', array['name', 'local_name', 'consent']);
call search_rows('foreign_ngo', 'foreign-ngo', array['name', 'english_name', 'short_name', 'certificate']);
call search_rows('aid_campaign', 'aid-campaign', array['name', 'decision']);
call search_rows('aid_project', 'aid-project', array['name', 'donor', 'donor_certificate', 'decision', 'change_decision']);
call search_rows('aid_disbursement', 'aid-disbursement', array['content', 'voucher']);
call search_rows('aid_opinion', 'aid-opinion', array['subject', 'letter', 'answer']);
call search_rows('relief', 'relief', array['content', 'decision']);
call search_rows('delegation', 'delegation', array['name', 'invitation', 'permit', 'police_notice', 'ceiling_leave', 'report']);
call search_rows('international_event', 'international-event', array['name', 'hosting', 'permit', 'report']);
call search_rows('outreach', 'outreach', array['subject', 'plan']);
call search_rows('information_product', 'information-product', array['name']);
call search_rows('overseas_vietnamese', 'overseas-vietnamese', array['name']);
call search_rows('overseas_contribution', 'overseas-contribution', array['name', 'paper']);
call search_rows('overseas_meeting', 'overseas-meeting', array['name', 'plan']);
call search_rows('staff', 'staff', array['name', 'decision']);
call search_rows('staff_certificate', 'staff-certificate', array['name']);
call search_rows('training_course', 'training-course', array['name', 'decision']);
call search_rows('research', 'research', array['topic', 'decision', 'submission']);
call search_rows('consultation', 'consultation', array['draft', 'drafter', 'request', 'answer', 'issued']);
call search_rows('consultation_opinion', 'consultation-opinion', array['clause']);
call search_rows('award', 'award', array['candidate', 'petition', 'decision']);
call search_rows('inspection', 'inspection', array['subject', 'decision', 'conclusion']);
call search_rows('budget', 'budget', array['content', 'allotted_by']);
call search_rows('policy_instrument', 'policy-instrument', array['name', 'symbol', 'result']);
