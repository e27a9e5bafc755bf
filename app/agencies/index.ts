export { agencyBook } from './agency.events.ts';
export { agencyRoutes } from './agency.routes.ts';
export { insertAgency, insertAgencyName, listAgencies } from './agency.store.ts';
export { type Agency, type AgencyKind, agencyKinds, isInStateChain, nameOfKind } from './agency.ts';
export { type Match, matchPrintedName } from './match-printed-name.ts';
