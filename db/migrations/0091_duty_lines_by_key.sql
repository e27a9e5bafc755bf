-- Asked for by their duties in a condition, which each half of the view answers by its index whatever is known of the
-- tables yet; joined to them, a planner without statistics read the whole view.

create or replace function duty_lines_put(duties uuid[]) returns void language sql as $$
  insert into duty_line as l select s.* from duty_line_source s where s.duty_id = any(duties)
  on conflict (tenant_id, id) do update set whose = excluded.whose, first_agency_id = excluded.first_agency_id,
    role = excluded.role, leads = excluded.leads, is_shown = excluded.is_shown, published_at = excluded.published_at,
    document_id = excluded.document_id, position = excluded.position, state = excluded.state,
    is_request = excluded.is_request, due_on = excluded.due_on, late_after = excluded.late_after, waits = excluded.waits
  where (l.whose, l.first_agency_id, l.role, l.leads, l.is_shown, l.published_at, l.document_id, l.position, l.state,
      l.is_request, l.due_on, l.late_after, l.waits)
    is distinct from (excluded.whose, excluded.first_agency_id, excluded.role, excluded.leads, excluded.is_shown,
      excluded.published_at, excluded.document_id, excluded.position, excluded.state, excluded.is_request,
      excluded.due_on, excluded.late_after, excluded.waits) $$;
