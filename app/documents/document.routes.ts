import type { House } from '#app/platform/house.ts';
import type { Web } from '#app/platform/http.ts';

export function documentRoutes(_web: Web, _house: House): void {}
