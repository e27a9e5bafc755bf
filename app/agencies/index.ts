export { agencyBook } from './agency.events.ts';
export { agencyRoutes } from './agency.routes.ts';
export { findNameHolder, insertAgency, listAgencies } from './agency.store.ts';
export {
  type Agency,
  type AgencyKind,
  agencyKinds,
  homeOf,
  isInStateChain,
  nameOfKind,
} from './agency.ts';
export { readBook } from './book/read-book.ts';
export { clashOf, type DatedName, type NameKind, nameOn, namesKnownOn } from './dated-name.ts';
export { listAgenciesOn, listDatedAgencies } from './dated-register.store.ts';
export { type AgencyFacts, agenciesOn, type DatedAgency } from './dated-register.ts';
export { groupBook } from './groups/group.events.ts';
export { matchingOn } from './groups/group.store.ts';
export { type Hierarchy, hierarchies, type ParentLink, parentsOn, wouldLoop } from './hierarchy.ts';
export { agenciesInForce, putInForce } from './in-force.store.ts';
export { type Match, matchPrintedName } from './match-printed-name.ts';
export { isWithin, overlaps, type Period } from './period.ts';
export { presentUnits } from './present-units.ts';
export { lockRegister } from './record/record.store.ts';
export {
  deleteSuccessionLinks,
  insertSuccessionLinks,
  listSuccessionLinks,
  listUnitsOf,
  putAgency,
  putAgencyName,
  putAgencyParent,
  type SuccessionLink,
} from './succession-register.store.ts';
