export { difficultyRoutes } from './difficulty.routes.ts';
export { dutyOfDifficulty, listOpenDifficultiesOf, moveDifficulty } from './difficulty.store.ts';
