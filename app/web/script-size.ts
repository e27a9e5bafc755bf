import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

export type Loaded = { name: string; gzip: number };

/**
 * The scripts of built pages that a browser loads before it shows a page: what index.html names, the page's own, and
 * all they import, each with its size in bytes after gzip. `page` is one of `pagesIn`.
 */
export function scriptsOf(folder: string, page: string): Loaded[] {
  const assets = join(folder, 'assets');
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  const wanted = [...[...html.matchAll(/assets\/([\w.-]+\.js)"/g)].map((match) => match[1]!), page];
  const seen = new Set<string>();
  for (let name = wanted.pop(); name; name = wanted.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    wanted.push(...importsOf(readFileSync(join(assets, name), 'utf8')));
  }
  return [...seen]
    .map((name) => ({ name, gzip: statSync(join(assets, `${name}.gz`)).size }))
    .sort((a, b) => b.gzip - a.gzip);
}

/** What a built script cannot start without; import(…) is asked for later. */
const importsOf = (script: string): string[] =>
  [...script.matchAll(/(?:\bfrom|\bimport)\s*"\.\/([\w.-]+\.js)"/g)].map((match) => match[1]!);

/** The scripts of the pages, such as 'home.page-DXRlhD-u.js'. */
export const pagesIn = (folder: string): string[] =>
  globSync('*.page-*.js', { cwd: join(folder, 'assets') }).sort();
