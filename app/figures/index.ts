export { countForViewer, figuresRoutes } from './figures.routes.ts';
