-- The index holds the words of all kinds together: a word that is rare in documents may stand in every duty, so that
-- finding nothing in 2,000 documents read the entries of 200,000 duties. Therefore:
-- - Of a kind of which there are few, all are read. Of others up to the newest 12,000 are, if an eighth of what is wanted
--   is among the newest 1,000.
-- - How rare a word is, is told by a sample of duties too, of which there are most.
-- - Of words none of which is rare the index is asked for two, the rarest and the one that stands with it least often: to
--   cross the long lists of words that always stand together ('hội nhập quốc tế') costs more than it leaves out.
-- (decisions/0018-search.md)

-- The words of a few things of a kind, and of as many duties: ids are random, so that the first by their ids are a sample.
create function search_sample(tenant uuid, of_kind text) returns table (words tsvector) language sql stable as $$
  (select e.words from public.search_entry e where e.tenant_id = tenant and e.kind = of_kind order by e.subject_id limit 256)
  union all
  (select e.words from public.search_entry e where e.tenant_id = tenant and e.kind = 'duty' and of_kind <> 'duty' order by e.subject_id limit 256) $$;
revoke all on function search_sample from public;

create or replace function search_narrow(tenant uuid, of_kind text, ways jsonb, out as_whole tsquery, out as_begun tsquery)
language plpgsql stable as $$
declare
  mark text := quote_literal(of_kind || ' ' || tenant::text);
  way record;
  rarest bigint;
  first text;
  said text;
  whole text[];
  begun text[];
begin
  for way in
    with sample as materialized (select s.words from public.search_sample(tenant, of_kind) s)
    select w.one ->> 'last' as last,
      (select count(*) from sample s where s.words @@ (quote_literal(w.one ->> 'last') || ':*')::tsquery) as last_many,
      array(select jsonb_array_elements_text(w.one -> 'words')) as words,
      array(select (select count(*) from sample s where s.words @@ quote_literal(o.word)::tsquery)
        from jsonb_array_elements_text(w.one -> 'words') with ordinality o(word, n) order by o.n) as many
    from jsonb_array_elements(ways) w(one)
  loop
    rarest := least((select min(m) from unnest(way.many) m), case when way.last is not null then way.last_many end);
    first := (select u.word from unnest(way.words, way.many) u(word, many) order by u.many limit 1);
    if rarest <= 12 then
      said := (
        select string_agg(quote_literal(o.word), ' & ') from (
          select u.word, u.many, row_number() over (order by u.many) as place from unnest(way.words, way.many) u(word, many)) o
        where o.many <= 6 * rarest + 2 or o.place < 3 and o.many < 128);
    else
      said := concat_ws(' & ', quote_literal(first), (
        with sample as materialized (
          select s.words from public.search_sample(tenant, of_kind) s where s.words @@ quote_literal(first)::tsquery)
        select quote_literal(u.word) from unnest(way.words, way.many) u(word, many) where u.word <> first and u.many < 128
        order by (select count(*) from sample s where s.words @@ quote_literal(u.word)::tsquery), u.many limit 1));
    end if;
    if way.last is not null and (way.last_many = rarest or coalesce(said, '') = '') then
      whole := whole || concat_ws(' & ', nullif(said, ''), quote_literal(way.last));
      begun := begun || concat_ws(' & ', nullif(said, ''), quote_literal(way.last) || ':*');
    else
      whole := whole || said;
      begun := begun || said;
    end if;
  end loop;
  as_whole := (mark || ' & (' || array_to_string(whole, ' | ') || ')')::tsquery;
  as_begun := (mark || ' & (' || array_to_string(begun, ' | ') || ')')::tsquery;
end $$;

create or replace function search_entries(whole tsquery, begun tsquery, ways jsonb, asked jsonb, most integer)
returns table (kind text, subject_id uuid, at timestamptz, place integer)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp set enable_seqscan = off as $$
#variable_conflict use_column
declare tenant uuid := public.current_tenant();
  one record;
  narrow record;
  wanted tsquery;
  hits uuid[];
  near integer;
  are_all boolean;
begin
  if tenant is null then return; end if;
  for one in select x.kind as name, x."all" as sees_all, x.readers from jsonb_to_recordset(asked) as x(kind text, "all" boolean, readers uuid[]) loop
    near := 1000;
    loop
      hits := array(
        select newest.subject_id from (
          select e.subject_id, e.words, e.readers from public.search_entry e where e.tenant_id = tenant and e.kind = one.name
          order by e.at desc, e.place limit near) newest
        where ts_match_vq(newest.words, begun) and (one.sees_all or newest.readers is null or newest.readers && one.readers) limit most);
      are_all := cardinality(hits) < most and not exists (
        select from public.search_entry e where e.tenant_id = tenant and e.kind = one.name order by e.at desc, e.place offset near limit 1);
      exit when are_all or cardinality(hits) >= most or near > 1000;
      -- The rest of a kind of few is read; of many, the next if so many were among the newest that enough are likely there.
      exit when cardinality(hits) < most / 8 and exists (
        select from public.search_entry e where e.tenant_id = tenant and e.kind = one.name order by e.at desc, e.place offset 4000 limit 1);
      near := 12000;
    end loop;
    if cardinality(hits) < most and not are_all
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
