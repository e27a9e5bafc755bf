-- What an agency says of each indicator is frozen with its paragraphs: app/reports/indicator.contract.ts. (The draft
-- keeps them in its content.)
alter table agency_report_filing add column indicator_values jsonb not null default '[]';
