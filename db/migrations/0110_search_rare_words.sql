-- Search asks the index for the rare words of a question and reads the others off what the index found: a word that
-- stands in every second thing, or a beginning that many words have, makes the index read itself from end to end.
-- All kinds are answered in one call (decisions/0018-search.md, 2026-11-23).

drop function search_entries(tsquery, tsquery, text, uuid[], boolean, integer);

-- What the index is asked for, with whole words and with beginnings: of each way to say the question its two rarest
-- words and those not much more frequent; its last word, being a beginning, only if that is as rare. How rare, a sample
-- tells: ids are random, so that the first by their ids are one.
create function search_narrow(tenant uuid, of_kind text, ways jsonb, out as_whole tsquery, out as_begun tsquery)
language plpgsql stable as $$
declare
  mark text := quote_literal(of_kind || ' ' || tenant::text);
  way record;
  rarest bigint;
  said text;
  whole text[];
  begun text[];
begin
  for way in
    with sample as materialized (
      select e.words from public.search_entry e where e.tenant_id = tenant and e.kind = of_kind order by e.subject_id limit 256)
    select w.one ->> 'last' as last,
      (select count(*) from sample s where s.words @@ (quote_literal(w.one ->> 'last') || ':*')::tsquery) as last_many,
      array(select jsonb_array_elements_text(w.one -> 'words')) as words,
      array(select (select count(*) from sample s where s.words @@ quote_literal(o.word)::tsquery)
        from jsonb_array_elements_text(w.one -> 'words') with ordinality o(word, n) order by o.n) as many
    from jsonb_array_elements(ways) w(one)
  loop
    rarest := least((select min(m) from unnest(way.many) m), case when way.last is not null then way.last_many end);
    said := (
      select string_agg(quote_literal(o.word), ' & ') from (
        select u.word, u.many, row_number() over (order by u.many) as place from unnest(way.words, way.many) u(word, many)) o
      where o.many <= 6 * rarest + 2 or o.place < 3 and o.many < 128);
    if way.last is not null and (way.last_many = rarest or said is null) then
      whole := whole || concat_ws(' & ', said, quote_literal(way.last));
      begun := begun || concat_ws(' & ', said, quote_literal(way.last) || ':*');
    else
      whole := whole || said;
      begun := begun || said;
    end if;
  end loop;
  as_whole := (mark || ' & (' || array_to_string(whole, ' | ') || ')')::tsquery;
  as_begun := (mark || ' & (' || array_to_string(begun, ' | ') || ')')::tsquery;
end $$;
revoke all on function search_narrow from public;

-- Things that match, by kind the newest first; of the province of the transaction only, and nothing without one.
-- `begun` is what is asked for with its last word as a beginning, `whole` the same with whole words, `ways` the same as
-- [{words, last}]. `asked` says of each kind what the viewer may read: [{kind, all, readers}].
-- What matches widely is found among the newest; what matches narrowly, by the index, of which at most 1,000 are ordered.
-- ts_match_vq is @@ by its other name, by which the index is not asked.
create function search_entries(whole tsquery, begun tsquery, ways jsonb, asked jsonb, most integer)
returns table (kind text, subject_id uuid, at timestamptz, place integer)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp set enable_seqscan = off as $$
#variable_conflict use_column
declare tenant uuid := public.current_tenant();
  one record;
  narrow record;
  wanted tsquery;
  hits uuid[];
  near integer;
begin
  if tenant is null then return; end if;
  for one in select x.kind as name, x."all" as sees_all, x.readers from jsonb_to_recordset(asked) as x(kind text, "all" boolean, readers uuid[]) loop
    foreach near in array array[1000, 6000] loop
      hits := array(
        select newest.subject_id from (
          select e.subject_id, e.words, e.readers from public.search_entry e where e.tenant_id = tenant and e.kind = one.name
          order by e.at desc, e.place limit near) newest
        where ts_match_vq(newest.words, begun) and (one.sees_all or newest.readers is null or newest.readers && one.readers) limit most);
      exit when cardinality(hits) not between most / 4 and most - 1; -- enough, or too few for the rest to be found so
    end loop;
    if cardinality(hits) < most and exists (
      select from public.search_entry e where e.tenant_id = tenant and e.kind = one.name order by e.at desc, e.place offset near limit 1)
    then
      narrow := public.search_narrow(tenant, one.name, ways);
      foreach wanted in array array[narrow.as_whole, narrow.as_begun] loop
        hits := array(
          select m.subject_id from (
            select e.tenant_id, e.kind, e.subject_id, e.at, e.place, ts_match_vq(e.words, whole) as is_whole from public.search_entry e
            where e.words @@ wanted and ts_match_vq(e.words, begun)
              and (one.sees_all or e.readers is null or e.readers && one.readers) limit 1000) m
          where m.tenant_id = tenant and m.kind = one.name order by m.is_whole desc, m.at desc, m.place limit most);
        exit when cardinality(hits) >= most or narrow.as_whole::text = narrow.as_begun::text; -- = takes a beginning for a whole word
      end loop;
    end if;
    return query select e.kind, e.subject_id, e.at, e.place from public.search_entry e
      where e.tenant_id = tenant and e.kind = one.name and e.subject_id = any(hits);
  end loop;
end $$;
revoke all on function search_entries from public;
grant execute on function search_entries to nhipcau_app;
