/** What Vite tells of a file of the bundle: its name, and by their keys what it imports. */
export type Manifest = Record<
  string,
  { file: string; isEntry?: boolean; imports?: string[]; css?: string[]; assets?: string[] }
>;

/** Pages that open without a network: a report that is being written, and the ways to it. */
const pages = ['agency-report.page.tsx', '../reports/mine.page.tsx'];

/**
 * Addresses of the files without which these pages do not open: the first script and the pages' own, with all that they
 * import and look like. @throws Error when a page is no longer in the bundle
 */
export function filesOfShell(manifest: Manifest): string[] {
  const first = Object.keys(manifest).find((key) => manifest[key]!.isEntry);
  const found = new Set<string>();
  const files = new Set<string>();
  const take = (key: string) => {
    if (found.has(key)) return;
    found.add(key);
    const one = manifest[key];
    if (!one) throw new Error(`the bundle has no ${key}`);
    for (const name of [one.file, ...(one.css ?? []), ...(one.assets ?? [])]) files.add(`/${name}`);
    for (const imported of one.imports ?? []) take(imported);
  };
  for (const key of [first ?? 'index.html', ...pages]) take(key);
  return [...files].sort();
}
