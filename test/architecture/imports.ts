import { globSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { parseSync } from 'oxc-parser';

/** `from` and `to` are paths from the root of the repository, or the bare name of a package. `types`: nothing of it is there at run time. */
export type Import = { from: string; to: string; types: boolean; lazy: boolean };

const root = join(import.meta.dirname, '../..');

/** Every import of the program and the libraries, read from the source by a real parser. */
export function listImports(): Import[] {
  const files = globSync('{app,libraries}/**/*.{ts,tsx}', { cwd: root }).map((file) =>
    file.replaceAll('\\', '/'),
  );
  return files.sort().flatMap((from) => importsOf(from, readFileSync(join(root, from), 'utf8')));
}

export function importsOf(from: string, source: string): Import[] {
  const { module } = parseSync(from, source);
  const found: Import[] = module.staticImports.map((one) => ({
    from,
    to: resolve(from, one.moduleRequest.value),
    types: one.entries.length > 0 && one.entries.every((entry) => entry.isType),
    lazy: false,
  }));
  for (const { entries } of module.staticExports) {
    for (const entry of entries) {
      if (entry.moduleRequest)
        found.push({ from, to: resolve(from, entry.moduleRequest.value), types: entry.isType, lazy: false });
    }
  }
  for (const { moduleRequest } of module.dynamicImports) {
    const written = /^['"`]([^'"`$]+)['"`]$/.exec(source.slice(moduleRequest.start, moduleRequest.end))?.[1];
    if (written) found.push({ from, to: resolve(from, written), types: false, lazy: true });
  }
  return found;
}

function resolve(from: string, written: string): string {
  if (written.startsWith('#')) return written.slice(1);
  return written.startsWith('.') ? posix.normalize(posix.join(dirname(from), written)) : written;
}
