-- Rows of a register are found by words out of an index, instead of being read one and all. Row-level security keeps such
-- an index from being used, because neither LIKE nor @@ is leakproof: so each register's table has a policy by which its
-- owner may read it, and one function of the owner's, rows_with_words, answers with ids within the province of the
-- transaction; the rows themselves are then read under the usual fence (decisions/0021-registers.md).

-- Words of a row as the index holds them; of a word of more letters, the first sixty.
create function words_vector(words text) returns tsvector language sql immutable parallel safe as
  $$ select array_to_tsvector(array_remove(string_to_array(regexp_replace(words, '(\S{60})\S+', '\1', 'g'), ' '), '')) $$;

-- Makes the rows of a register's table found by words. A new register's migration ends with its own call. What is
-- written is put into the index a few hundred rows at a time; more that waits would be read by each search.
create procedure find_by_words(name text) language plpgsql as $$ begin
  execute format('create index on %I using gin (words_vector(words)) with (gin_pending_list_limit = 128)
    where removed_at is null and merged_into is null', name);
  execute format('create policy owner_finds on %I for select to current_user using (true)', name);
end $$;

-- Ids of the rows that stand and in which each of the words (folded) begins a word. Null where they are more than
-- `most`, or where they are likely so many that reading the list in its order finds a page of them sooner.
create function rows_with_words(of_table text, asked text[], most integer) returns uuid[]
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp set enable_seqscan = off as $$
declare tenant uuid := public.current_tenant();
  begun text[] := array(select '% ' || word || '%' from unnest(asked) word);
  together integer;
  many integer[];
  rare tsquery;
  found uuid[];
begin
  if tenant is null then return '{}'; end if;
  -- Ids are random, so that the first by their ids are a sample: of all words together, and of each.
  execute format($q$
    with sample as materialized (select ' ' || t.words as words from public.%I t
      where t.tenant_id = $1 and t.removed_at is null and t.merged_into is null order by t.id limit 128)
    select (select count(*) from sample s where s.words like all ($2)),
      array(select (select count(*) from sample s where s.words like one) from unnest($2) with ordinality x(one, n) order by n) $q$, of_table)
    into together, many using tenant, begun;
  if together > 4 then return null; end if;
  -- The index is asked for the rarest word, and for the next unless its long list would leave out little; the others are
  -- read off what was found.
  rare := (select string_agg(quote_literal(left(word, 60)) || ':*', ' & ') from (
    select word, often, min(often) over () as least_often, row_number() over (order by often) as place
    from unnest(asked, many) x(word, often)) known
    where place = 1 or place = 2 and (often <= 32 or least_often > 8))::tsquery;
  execute format($q$
    select array(select t.id from public.%I t where t.tenant_id = $1 and t.removed_at is null and t.merged_into is null
      and public.words_vector(t.words) @@ $2 and ' ' || t.words like all ($3) limit $4) $q$, of_table)
    into found using tenant, rare, begun, most + 1;
  return case when cardinality(found) <= most then found end;
end $$;
revoke all on function rows_with_words from public;
grant execute on function rows_with_words to nhipcau_app;

call find_by_words('agreement');
call find_by_words('aid_campaign');
call find_by_words('aid_disbursement');
call find_by_words('aid_opinion');
call find_by_words('aid_project');
call find_by_words('award');
call find_by_words('budget');
call find_by_words('congress');
call find_by_words('consultation');
call find_by_words('consultation_opinion');
call find_by_words('delegation');
call find_by_words('foreign_ngo');
call find_by_words('friendship_association');
call find_by_words('information_product');
call find_by_words('inspection');
call find_by_words('international_event');
call find_by_words('outreach');
call find_by_words('overseas_contribution');
call find_by_words('overseas_meeting');
call find_by_words('overseas_vietnamese');
call find_by_words('partner_locality');
call find_by_words('policy_instrument');
call find_by_words('relief');
call find_by_words('research');
call find_by_words('security_notice');
call find_by_words('staff');
call find_by_words('staff_certificate');
call find_by_words('training_course');
