import type { House } from '#app/platform/house.ts';
import type { Web } from '#app/platform/http.ts';
import { personalDataRoutes } from './personal-data.routes.ts';
import { retentionRoutes } from './retention.routes.ts';

export { retentionBook } from './retention.events.ts';
export { retentionJob } from './retention.routes.ts';

export function allPersonalDataRoutes(web: Web, house: House): void {
  personalDataRoutes(web, house);
  retentionRoutes(web, house);
}
