-- Whole words before beginnings of words: a beginning makes the index read every word that starts so, for each kind.
-- A kind of which everything is among the newest needs no index at all.

drop function search_entries(tsquery, text, uuid[], boolean, integer);

-- Things of one kind that match, the newest first; of the province of the transaction only, and nothing without one.
-- `begun` is what is asked for with its last word as a beginning, `whole` the same with whole words. What matches
-- widely is found among the newest; what matches narrowly, by the index, of which at most 1,000 are ordered.
create function search_entries(whole tsquery, begun tsquery, of_kind text, reader_ids uuid[], sees_all boolean, most integer)
returns table (subject_id uuid, at timestamptz, place integer)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp set enable_seqscan = off as $$
declare tenant uuid := public.current_tenant();
  mark tsquery;
  wanted tsquery;
  hits uuid[];
  near integer := case of_kind when 'duty' then 1000 else 4000 end; -- of the others there are few, and reading them is quicker than the index
begin
  if tenant is null or of_kind not in ('document', 'duty', 'agency', 'person', 'report', 'difficulty') then return; end if;
  mark := quote_literal(of_kind || ' ' || tenant::text)::tsquery;
  hits := array(
    select newest.subject_id from (
      select e.subject_id, e.words, e.readers from public.search_entry e where e.tenant_id = tenant and e.kind = of_kind
      order by e.at desc, e.place limit near) newest
    where newest.words @@ begun and (sees_all or newest.readers is null or newest.readers && reader_ids) limit most);
  if cardinality(hits) < most and exists (
    select from public.search_entry e where e.tenant_id = tenant and e.kind = of_kind order by e.at desc, e.place offset near limit 1)
  then
    foreach wanted in array array[mark && whole, mark && begun] loop
      hits := array(
        select m.subject_id from (
          select e.tenant_id, e.subject_id, e.at, e.place from public.search_entry e
          where e.words @@ wanted and (sees_all or e.readers is null or e.readers && reader_ids) limit 1000) m
        where m.tenant_id = tenant order by m.at desc, m.place limit most);
      exit when cardinality(hits) >= most;
    end loop;
  end if;
  return query select e.subject_id, e.at, e.place from public.search_entry e
    where e.tenant_id = tenant and e.kind = of_kind and e.subject_id = any(hits);
end $$;
revoke all on function search_entries from public;
grant execute on function search_entries to nhipcau_app;
