-- A device whose push service keeps failing is tried again with growing pauses, then kept as given up, to be seen and
-- tried again by hand.
alter table push_subscription
  add column next_attempt_at timestamptz,  -- null: at once
  add column last_fault text,              -- one sentence of the last failure
  add column given_up_at timestamptz;
