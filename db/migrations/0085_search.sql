-- What can be searched, in one table: words without case and diacritics, who may read, and where it stands in time.
-- Row-level security keeps an index on words from being used, because @@ is not leakproof: the fence would have to be
-- asked of every row first. So the table has a policy by which its owner sees all of it, and one function of the
-- owner's, search_entries, answers within the province of the transaction (decisions/0018-search.md).

create table search_entry (
  tenant_id uuid not null references tenant,
  kind text not null check (kind in ('document', 'duty', 'agency', 'person', 'report', 'difficulty')),
  subject_id uuid not null,
  words tsvector not null,               -- folded words, what is asked for without spaces (217khubnd), and 'kind tenant'
  readers uuid[],                        -- agencies and people who may read it; null: everybody of the province
  at timestamptz not null,               -- the newest first
  place integer not null,                -- then in this order
  primary key (tenant_id, kind, subject_id)
);
create index search_entry_newest on search_entry (tenant_id, kind, at desc, place);
-- Without fastupdate: a list of pending words would be read from end to end by each search.
create index search_entry_words on search_entry using gin (words) with (fastupdate = off);
call secure_table('search_entry');
create policy owner_searches on search_entry to current_user using (true) with check (true);

-- Words of a text as they are searched; a word of more than 60 letters is cut.
create function search_words(value text) returns text[] language sql immutable parallel safe as $$
  select array(select left(w, 60) from unnest(regexp_split_to_array(public.fold(coalesce(value, '')), '[^[:alnum:]]+')) w where w <> '') $$;

-- How people shorten a name: 'sotttt' (so tt&tt) and 'stttt' for Sở Thông tin và Truyền thông.
create function search_initials(name text) returns text[] language sql immutable parallel safe as $$
  select array[string_agg(left(w, 1), '' order by n), string_agg(case n when 1 then w else left(w, 1) end, '' order by n)]
  from unnest(array_remove(public.search_words(name), 'va')) with ordinality x(w, n) having count(*) > 2 $$;

create function search_vector(tenant uuid, kind text, said text, together text[]) returns tsvector
language sql immutable parallel safe as $$
  select array_to_tsvector(public.search_words(said) || array[kind || ' ' || tenant::text] || array(
    select left(t, 60) from (select regexp_replace(public.fold(one), '[^[:alnum:]]+', '', 'g') as t from unnest(together) one) o where t <> '')) $$;

-- What each thing is found by. `said` word by word; `together` also written without spaces: 217khubnd, sotttt.
create view search_source with (security_invoker = true) as
  select d.tenant_id, 'document'::text as kind, d.id as subject_id, concat_ws(' ', d.symbol, d.title, d.issuer) as said,
    array_remove(array[d.symbol], null) as together,
    case when d.state = 'published' then null else '{}'::uuid[] end as readers,
    coalesce(d.published_at, d.created_at) as at, 0 as place
  from document d
  union all
  select y.tenant_id, 'duty', y.id, concat_ws(' ', y.path, y.text, d.symbol), array[y.path], null,
    coalesce(d.published_at, y.created_at), y.position
  from duty y join document d on d.tenant_id = y.tenant_id and d.id = y.document_id
  union all
  select a.tenant_id, 'agency', a.id, concat_ws(' ', a.name, a.code, a.code_old, n.said), n.names || a.name || array_remove(array[a.code], null), null,
    'epoch'::timestamptz, case when a.is_in_force then 0 else 1 end
  from agency a cross join lateral (
    select coalesce(string_agg(name, ' '), '') as said, coalesce(array_agg(name), '{}') || coalesce((
        select array_agg(short) from agency_name o, unnest(search_initials(o.name)) short
        where o.tenant_id = a.tenant_id and o.agency_id = a.id), '{}') as names from agency_name
    where agency_name.tenant_id = a.tenant_id and agency_name.agency_id = a.id) n
  union all
  select p.tenant_id, 'person', p.id, concat_ws(' ', p.name, p.title, p.email), '{}', array(
    select distinct m.agency_id from membership m where m.tenant_id = p.tenant_id and m.person_id = p.id) || p.id,
    p.created_at, 0
  from person p where p.erased_at is null
  union all
  select r.tenant_id, 'report', r.id, concat_ws(' ', r.agency_name, t.name), array[r.agency_name], array[r.agency_id],
    t.opened_at, 0
  from agency_report r join report_period t on t.tenant_id = r.tenant_id and t.id = r.period_id
  where r.joined_into is null
  union all
  select f.tenant_id, 'difficulty', f.id, concat_ws(' ', f.words, f.proposal, f.answer), '{}',
    array_remove(array[f.agency_id, f.authority_id], null), f.raised_at, 0
  from difficulty f;
grant select on search_source to nhipcau_app;

-- One statement for each kind, so that each is planned with its own table alone.
do $$ declare of_kind text; begin
  foreach of_kind in array array['document', 'duty', 'agency', 'person', 'report', 'difficulty'] loop
    execute format($f$
      create function search_put_%1$s(tenant uuid, subject uuid) returns void language plpgsql as $b$ begin
        delete from search_entry e where e.tenant_id = tenant and e.kind = %1$L and e.subject_id = subject;
        insert into search_entry (tenant_id, kind, subject_id, words, readers, at, place)
          select s.tenant_id, s.kind, s.subject_id, search_vector(s.tenant_id, s.kind, s.said, s.together), s.readers, s.at, s.place
          from search_source s where s.tenant_id = tenant and s.kind = %1$L and s.subject_id = subject;
      end $b$ $f$, of_kind);
  end loop;
end $$;

-- Follows a row in the transaction that changes it. Arguments: the kind, and the column that names the thing.
create function search_follow() returns trigger language plpgsql as $$
declare one jsonb := case when tg_op = 'DELETE' then to_jsonb(old) else to_jsonb(new) end;
  tenant uuid := one ->> 'tenant_id';
  subject uuid := one ->> tg_argv[1];
begin
  case tg_argv[0]
    when 'document' then perform search_put_document(tenant, subject);
    when 'duty' then perform search_put_duty(tenant, subject);
    when 'agency' then perform search_put_agency(tenant, subject);
    when 'person' then perform search_put_person(tenant, subject);
    when 'report' then perform search_put_report(tenant, subject);
    when 'difficulty' then perform search_put_difficulty(tenant, subject);
  end case;
  return null;
end $$;

create trigger search_document after insert or delete or update of symbol, title, issuer, state, published_at on document
  for each row execute function search_follow('document', 'id');
create trigger search_duty after insert or delete or update of path, text, position, document_id on duty
  for each row execute function search_follow('duty', 'id');
create trigger search_agency after insert or delete or update of name, code, code_old, is_in_force on agency
  for each row execute function search_follow('agency', 'id');
create trigger search_agency_name after insert or delete or update on agency_name
  for each row execute function search_follow('agency', 'agency_id');
create trigger search_person after insert or delete or update of name, title, email, erased_at on person
  for each row execute function search_follow('person', 'id');
create trigger search_membership after insert or delete or update of person_id, agency_id on membership
  for each row execute function search_follow('person', 'person_id');
create trigger search_report after insert or delete or update of agency_id, agency_name, period_id, joined_into on agency_report
  for each row execute function search_follow('report', 'id');
create trigger search_difficulty after insert or delete or update of words, proposal, answer, agency_id, authority_id on difficulty
  for each row execute function search_follow('difficulty', 'id');

-- Duties are found by the symbol of their document too.
create function search_follow_document() returns trigger language plpgsql as $$ begin
  perform search_put_duty(new.tenant_id, y.id) from duty y where y.tenant_id = new.tenant_id and y.document_id = new.id;
  return null;
end $$;
create trigger search_duties_of_document after update of symbol, published_at on document for each row
  when (old.symbol is distinct from new.symbol or old.published_at is distinct from new.published_at)
  execute function search_follow_document();

-- Writes the province's entries anew; returns how many there are.
create function search_rebuild() returns integer language plpgsql as $$
declare many integer;
begin
  delete from search_entry where tenant_id = (select current_tenant());
  insert into search_entry (tenant_id, kind, subject_id, words, readers, at, place)
    select s.tenant_id, s.kind, s.subject_id, search_vector(s.tenant_id, s.kind, s.said, s.together), s.readers, s.at, s.place
    from search_source s where s.tenant_id = (select current_tenant());
  get diagnostics many = row_count;
  return many;
end $$;

-- Things of one kind that match, the newest first; of the province of the transaction only, and nothing without one.
-- What matches widely is found among the newest; what matches narrowly, by the index, of which at most 2,000 are ordered.
create function search_entries(wanted tsquery, of_kind text, reader_ids uuid[], sees_all boolean, most integer)
returns table (subject_id uuid, at timestamptz, place integer)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp set enable_seqscan = off as $$
declare tenant uuid := public.current_tenant();
  found integer;
begin
  if tenant is null or of_kind not in ('document', 'duty', 'agency', 'person', 'report', 'difficulty') then return; end if;
  select count(*) into found from (
    select 1 from (
      select e.words, e.readers from public.search_entry e where e.tenant_id = tenant and e.kind = of_kind
      order by e.at desc, e.place limit 200) newest
    where newest.words @@ wanted and (sees_all or newest.readers is null or newest.readers && reader_ids) limit most) hits;
  if found >= most then
    return query select newest.subject_id, newest.at, newest.place from (
      select e.* from public.search_entry e where e.tenant_id = tenant and e.kind = of_kind
      order by e.at desc, e.place limit 200) newest
    where newest.words @@ wanted and (sees_all or newest.readers is null or newest.readers && reader_ids)
    order by newest.at desc, newest.place limit most;
    return;
  end if;
  return query
    with hits as materialized (
      select e.tenant_id, e.subject_id, e.at, e.place from public.search_entry e
      where e.words @@ (quote_literal(of_kind || ' ' || tenant::text)::tsquery && wanted)
        and (sees_all or e.readers is null or e.readers && reader_ids) limit 2000)
    select hits.subject_id, hits.at, hits.place from hits where hits.tenant_id = tenant
    order by hits.at desc, hits.place limit most;
end $$;
revoke all on function search_entries from public;
grant execute on function search_entries to nhipcau_app;

-- What is there already; row-level security would hide it from an owner that is no superuser.
do $$ declare one text; begin
  foreach one in array array['document', 'duty', 'agency', 'agency_name', 'person', 'membership', 'agency_report', 'report_period', 'difficulty'] loop
    execute format('alter table %I no force row level security', one);
  end loop;
  insert into search_entry (tenant_id, kind, subject_id, words, readers, at, place)
    select s.tenant_id, s.kind, s.subject_id, search_vector(s.tenant_id, s.kind, s.said, s.together), s.readers, s.at, s.place
    from search_source s;
  foreach one in array array['document', 'duty', 'agency', 'agency_name', 'person', 'membership', 'agency_report', 'report_period', 'difficulty'] loop
    execute format('alter table %I force row level security', one);
  end loop;
end $$;
