-- One line of the ledger in one statement: nobody else appends to the chain of its subject until the transaction ends,
-- the last line is read (a statement of its own, so that it sees what was committed while the first waited), and the
-- next is sealed to it. `before` and `after`: what the hash is taken over besides, around the line's number
-- (`contentOfEvent` of app/ledger/event.ts, which checks it).
drop function hold_chain(text, uuid);
create function append_event(of_kind text, of_subject uuid, event_kind text, actor uuid, happened timestamptz, told jsonb, before text, after text)
returns void language plpgsql as $$
declare
  last record;
  next integer;
begin
  perform pg_advisory_xact_lock(hashtextextended(of_subject::text, 0));
  select e.seq, e.hash into last from event e
    where e.tenant_id = (select current_tenant()) and e.subject_kind = of_kind and e.subject_id = of_subject
    order by e.seq desc limit 1;
  next := coalesce(last.seq, 0) + 1;
  insert into event (subject_kind, subject_id, seq, kind, actor_id, at, payload, previous_hash, hash)
    values (of_kind, of_subject, next, event_kind, actor, happened, told, last.hash,
      sha256(coalesce(last.hash, '') || convert_to('["' || current_tenant() || '",' || before || next || after, 'UTF8')));
end $$;
