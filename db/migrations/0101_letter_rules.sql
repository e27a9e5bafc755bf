-- How an agency writes its letters, over what is shipped (data/letter-rules.json): its head sets the marks of units.
create table letter_rules (
  tenant_id uuid not null references tenant,
  issuer_id uuid not null,
  content jsonb not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  primary key (tenant_id, issuer_id),
  foreign key (tenant_id, issuer_id) references agency,
  foreign key (tenant_id, changed_by) references person
);
call secure_table('letter_rules');
