-- A regime may stand on no plan of ours: its reports are found all the same.

create or replace view search_source with (security_invoker = true) as
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
  select r.tenant_id, 'report', r.id, concat_ws(' ', r.agency_name, t.name, d.symbol, d.title),
    array_remove(array[r.agency_name, d.symbol], null), array[r.agency_id], t.opened_at, 0
  from agency_report r
  join report_period t on t.tenant_id = r.tenant_id and t.id = r.period_id
  join report_definition f on f.tenant_id = t.tenant_id and f.id = t.definition_id
  left join document d on d.tenant_id = f.tenant_id and d.id = f.document_id
  where r.joined_into is null
  union all
  select f.tenant_id, 'difficulty', f.id, concat_ws(' ', f.words, f.proposal, f.answer), '{}',
    array_remove(array[f.agency_id, f.authority_id], null), f.raised_at, 0
  from difficulty f;

-- What is there already; row-level security would hide it from an owner that is no superuser.
do $$ declare one text; begin
  foreach one in array array['document', 'agency_report', 'report_period', 'report_definition', 'search_entry'] loop
    execute format('alter table %I no force row level security', one);
  end loop;
  perform search_put_report(r.tenant_id, r.id) from agency_report r
    join report_period t on t.tenant_id = r.tenant_id and t.id = r.period_id
    join report_definition f on f.tenant_id = t.tenant_id and f.id = t.definition_id
    where f.document_id is null;
  foreach one in array array['document', 'agency_report', 'report_period', 'report_definition', 'search_entry'] loop
    execute format('alter table %I force row level security', one);
  end loop;
end $$;
