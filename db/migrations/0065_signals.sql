-- How an agency judges its part, beside the numbers: a word of four and a sentence. On the part itself, so that its
-- versions keep it and a past day shows what was thought then.
alter table assignment
  add column signal text check (signal in ('safe', 'feasible', 'needs-help', 'at-risk')),
  add column signal_said text,
  add column signal_at timestamptz,
  add check ((signal is null) = (signal_said is null));
alter table assignment_version no force row level security;
update assignment_version set held = held || '{"signal": null, "signal_said": null, "signal_at": null}';
alter table assignment_version force row level security;
