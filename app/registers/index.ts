import type { House } from '#app/platform/house.ts';
import type { Web } from '#app/platform/http.ts';
import { rowRoutes } from './register.routes.ts';

export { registers } from './declared/all.ts';
export { registerFiles } from './file-holder.ts';
export { withRegisters } from './open-api.ts';
export { registerBooks } from './register.events.ts';
export { requireTables } from './table.store.ts';

/** Registers of the plan's own work: one store and one set of routes for all that are declared. */
export function registerRoutes(web: Web, house: House): void {
  rowRoutes(web, house);
}
