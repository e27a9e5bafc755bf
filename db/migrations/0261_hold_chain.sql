-- Nobody else appends to the chain of a subject until the transaction ends; tells its last line, if there is one. Two
-- statements: the second sees what was committed while the first waited.
create function hold_chain(of_kind text, of_subject uuid) returns table (tenant uuid, seq integer, hash bytea)
language plpgsql as $$ begin
  perform pg_advisory_xact_lock(hashtextextended(of_subject::text, 0));
  return query select current_tenant(), last.seq, last.hash from (select) one left join lateral (
    select e.seq, e.hash from event e
    where e.tenant_id = (select current_tenant()) and e.subject_kind = of_kind and e.subject_id = of_subject
    order by e.seq desc limit 1) last on true;
end $$;
