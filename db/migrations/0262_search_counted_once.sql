-- How rare each word of a question is, is counted once for all the ways to say it, over one sample, and each word is made
-- a question of once, not anew for each thing of the sample. How many things of a kind there are is asked first: few are
-- read whole at once, and of a kind that has none nothing is asked (decisions/0018-search.md).

create or replace function search_narrow(tenant uuid, of_kind text, ways jsonb, out as_whole tsquery, out as_begun tsquery)
language plpgsql stable as $$
declare
  mark text := quote_literal(of_kind || ' ' || tenant::text);
  sample_many jsonb;  -- of how many things of the sample: {"'word'": 12, "'begin':*": 40}
  way record;
  rarest bigint;
  first text;
  said text;
  whole text[];
  begun text[];
begin
  with sample as materialized (select s.words from public.search_sample(tenant, of_kind) s),
  terms as materialized (
    select t.term, t.term::tsquery as query from (
      select quote_literal(o.word) as term from jsonb_array_elements(ways) w(one), jsonb_array_elements_text(w.one -> 'words') o(word)
      union select quote_literal(w.one ->> 'last') || ':*' from jsonb_array_elements(ways) w(one) where w.one ->> 'last' is not null) t)
  select jsonb_object_agg(t.term, (select count(*) from sample s where s.words @@ t.query)) into sample_many from terms t;
  for way in
    select w.one ->> 'last' as last, (sample_many ->> (quote_literal(w.one ->> 'last') || ':*'))::bigint as last_many,
      array(select jsonb_array_elements_text(w.one -> 'words')) as words,
      array(select (sample_many ->> quote_literal(o.word))::bigint
        from jsonb_array_elements_text(w.one -> 'words') with ordinality o(word, n) order by o.n) as many
    from jsonb_array_elements(ways) w(one)
  loop
    rarest := least((select min(m) from unnest(way.many) m), way.last_many);
    first := (select u.word from unnest(way.words, way.many) u(word, many) order by u.many limit 1);
    if rarest <= 12 then
      said := (
        select string_agg(quote_literal(o.word), ' & ') from (
          select u.word, u.many, row_number() over (order by u.many) as place from unnest(way.words, way.many) u(word, many)) o
        where o.many <= 6 * rarest + 2 or o.place < 3 and o.many < 128);
    else
      said := concat_ws(' & ', quote_literal(first), (
        with sample as materialized (
          select s.words from public.search_sample(tenant, of_kind) s where s.words @@ quote_literal(first)::tsquery),
        others as materialized (
          select u.word, u.many, quote_literal(u.word)::tsquery as query from unnest(way.words, way.many) u(word, many)
          where u.word <> first and u.many < 128)
        select quote_literal(o.word) from others o
        order by (select count(*) from sample s where s.words @@ o.query), o.many limit 1));
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
declare
  few constant integer := 4000;
  tenant uuid := public.current_tenant();
  one record;
  narrow record;
  wanted tsquery;
  hits uuid[];
  many integer;  -- things of the kind, as far as few + 1
  near integer;
begin
  if tenant is null then return; end if;
  for one in select x.kind as name, x."all" as sees_all, x.readers from jsonb_to_recordset(asked) as x(kind text, "all" boolean, readers uuid[]) loop
    many := (select count(*) from (
      select from public.search_entry e where e.tenant_id = tenant and e.kind = one.name order by e.at desc, e.place limit few + 1) some_of_it);
    continue when many = 0;
    near := case when many <= few then few else 1000 end;
    loop
      hits := array(
        select newest.subject_id from (
          select e.subject_id, e.words, e.readers from public.search_entry e where e.tenant_id = tenant and e.kind = one.name
          order by e.at desc, e.place limit near) newest
        where ts_match_vq(newest.words, begun) and (one.sees_all or newest.readers is null or newest.readers && one.readers) limit most);
      -- Of many, the next are read if so many were among the newest that enough are likely there.
      exit when cardinality(hits) >= most or near > 1000 or cardinality(hits) < most / 8;
      near := 12000;
    end loop;
    if cardinality(hits) < most and many > few and (near = 1000 or exists (
      select from public.search_entry e where e.tenant_id = tenant and e.kind = one.name order by e.at desc, e.place offset near limit 1))
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
