import type { House } from '#app/platform/house.ts';
import type { Web } from '#app/platform/http.ts';
import { absenceRoutes } from './absence.routes.ts';
import { handOverRoutes } from './hand-over/hand-over.routes.ts';
import { importRoutes } from './import.routes.ts';
import { peopleRoutes } from './people.routes.ts';
import { personalDataRoutes } from './personal-data/personal-data.routes.ts';
import { retentionRoutes } from './personal-data/retention.routes.ts';

export { handOverBook } from './hand-over/hand-over.events.ts';
export { maySeePerson } from './people.policy.ts';
export { closeDoors, getPerson, listRoles } from './people.store.ts';
export { peopleBook } from './person.events.ts';
export { roleState } from './person.ts';
export { retentionBook } from './personal-data/retention.events.ts';
export { retentionJob } from './personal-data/retention.routes.ts';

/** People, their roles, absences, hand-overs, and what is kept of them. */
export function allPeopleRoutes(web: Web, house: House): void {
  peopleRoutes(web, house);
  importRoutes(web, house);
  absenceRoutes(web, house);
  handOverRoutes(web, house);
  personalDataRoutes(web, house);
  retentionRoutes(web, house);
}
