export { successionBook } from './succession.events.ts';
export { successionRoutes } from './succession.routes.ts';
