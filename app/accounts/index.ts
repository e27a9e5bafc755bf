export { personBook } from './account.events.ts';
export { accountRoutes } from './account.routes.ts';
export { findPerson, findTenant, insertMembership, insertPerson, listNewcomers } from './account.store.ts';
export { makeEntryLink, makeEntryLinkFor } from './entry-link.ts';
