export { difficultyRoutes } from './difficulty.routes.ts';
