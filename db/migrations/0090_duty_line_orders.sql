-- Lines of duties as a whole have indexes of their own: the planner knows how many they are, which it cannot know of a
-- province's id among those of agencies, and reads them in the order asked for. An agency's lines are few and sorted.

drop index duty_line_in_order, duty_line_due, duty_line_due_down, duty_line_state;
create index duty_line_of_agency on duty_line (tenant_id, whose, published_at desc, document_id, position)
  include (duty_id, first_agency_id, role, leads, is_shown, state, is_request, due_on, late_after, waits) where role is not null;
create index duty_line_in_order on duty_line (tenant_id, published_at desc, document_id, position)
  include (duty_id, state, is_request, due_on, late_after, waits) where role is null;
create index duty_line_due on duty_line (tenant_id, due_on, published_at desc, document_id, position)
  include (duty_id, state, is_request, late_after) where role is null;
create index duty_line_due_down on duty_line (tenant_id, due_on desc nulls last, published_at desc, document_id, position)
  include (duty_id, state, is_request, late_after) where role is null;
create index duty_line_state on duty_line (tenant_id, state, published_at desc, document_id, position) where role is null;
