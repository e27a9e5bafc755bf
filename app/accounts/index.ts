export { listAbsencesOf, moveAbsence } from './absence.store.ts';
export { personBook, signInRulesBook } from './account.events.ts';
export { accountRoutes } from './account.routes.ts';
export {
  findPerson,
  findPersonByEmail,
  findTenant,
  insertMembership,
  insertPerson,
  listNewcomers,
} from './account.store.ts';
export { makeEntryLink, makeEntryLinkFor } from './entry-link.ts';
export { type Invitation, invite, mailInvitation } from './invitation/invite.ts';
export { listMembersOfAgencies, putMembership } from './membership-move.store.ts';
export { deleteOtherSessions } from './session.store.ts';
export { getRules } from './sign-in-rules/sign-in-rules.store.ts';
export { isAtRest, type SignInRules } from './sign-in-rules/sign-in-rules.ts';
export { tidyAccountsJob } from './tidy-accounts.ts';
export { deleteTotp, hasTwoSteps } from './two-step/two-step.store.ts';
