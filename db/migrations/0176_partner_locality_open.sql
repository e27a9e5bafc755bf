-- Old books do not say how a partner ranks or which kind of relation it is: asked for when the relation is linked.
alter table partner_locality alter column priority drop not null, alter column kind drop not null;
