import type { Web } from '#app/platform/http.ts';

/** e.g. `{ method: 'GET', path: '/api/duties/:id' }` */
export type Address = { method: string; path: string };

/** Every route that the program answers, those hidden from OpenAPI too, read from the router itself. */
export function listRoutes(web: Web): Address[] {
  const above: string[] = [];
  return web
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .flatMap((line) => {
      const found = /^(?<indent>(?:[│ ] {3})*)[├└]── (?<part>\S*)(?: \((?<methods>[A-Z, ]+)\))?/.exec(
        line,
      )?.groups;
      if (!found) return [];
      const depth = found.indent!.length / 4;
      above.length = depth;
      // Two routes that name one place differently are printed as `:id|:personId`.
      above[depth] = found.part!.replace(/(:\w+)(?:\|:\w+)+/g, '$1');
      const methods = found.methods
        ?.split(', ')
        .filter((method) => method !== 'HEAD' && method !== 'OPTIONS');
      return (methods ?? []).map((method) => ({ method, path: above.join('') }));
    });
}

/** Which of the routes a line calls: `/api/duties/filters` is its own route before it is a `/api/duties/:id`. */
export function routeOf(routes: readonly Address[], method: string, address: string): Address | undefined {
  const path = address.replace(/\?.*$/, '');
  const fitting = routes.filter((route) => route.method === method && patternOf(route.path).test(path));
  return fitting.find((route) => !path.includes('{') && route.path === path) ?? fitting.at(-1);
}

const patternOf = (path: string): RegExp =>
  new RegExp(`^${path.replace(/[.+]/g, '\\$&').replace(/:\w+/g, '[^/]+')}$`);
