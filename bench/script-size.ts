// What a browser loads of script before it shows each page, after gzip.   node bin/run bench/script-size.ts
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildPages } from '#app/web/build.ts';
import { pagesIn, scriptsOf } from '#app/web/script-size.ts';

const BAR = 250_000;
const folder = mkdtempSync(join(tmpdir(), 'nhipcau-pages-'));
const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
try {
  await buildPages(folder);
  const pages = pagesIn(folder);
  const first = scriptsOf(folder, pages.find((page) => page.startsWith('home.page-'))!);
  const total = (scripts: typeof first) => scripts.reduce((sum, { gzip }) => sum + gzip, 0);
  console.log(
    `${total(first) <= BAR ? ' ok ' : 'MISS'} first page: ${kB(total(first))} (bar ${kB(BAR)}) in ${first.length} scripts`,
  );
  for (const { name, gzip } of first.slice(0, 12)) console.log(`       ${kB(gzip).padStart(9)}  ${name}`);
  const had = new Set(first.map(({ name }) => name));
  for (const page of pages) {
    const own = scriptsOf(folder, page).filter(({ name }) => !had.has(name));
    console.log(`     + ${kB(total(own)).padStart(9)}  ${page}`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
