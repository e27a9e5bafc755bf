export { searchRoutes } from './search.routes.ts';
export { rebuildEntries } from './search.store.ts';
