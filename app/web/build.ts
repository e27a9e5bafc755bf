import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compressAssets } from './compress.ts';
import { filesOfShell, type Manifest } from './offline/shell-files.ts';

const root = join(import.meta.dirname, '../..');

/** Builds the browser bundle into `out` unless its sources are those of the bundle that is there. */
export async function buildPages(out: string): Promise<void> {
  const stamp = join(out, 'sources.sha256');
  const sources = hashOfSources();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return;
  process.stderr.write('Đang dựng giao diện…\n');
  const { build } = await import('vite');
  const { pagesConfig } = await import('./vite-config.ts');
  await build(pagesConfig(root, out));
  compressAssets(join(out, 'assets'));
  writeWorker(out, sources);
  writeFileSync(stamp, sources);
}

/** The worker knows the files of this very build: another build is another worker, and browsers fetch it anew. */
function writeWorker(out: string, sources: string): void {
  const manifest = JSON.parse(readFileSync(join(out, '.vite/manifest.json'), 'utf8')) as Manifest;
  const shell = { name: sources.slice(0, 16), files: filesOfShell(manifest) };
  const worker = readFileSync(join(root, 'app/web/offline/worker.js'), 'utf8');
  writeFileSync(join(out, 'worker.js'), `const shell = ${JSON.stringify(shell)};\n${worker}`);
}

function hashOfSources(): string {
  const hash = createHash('sha256');
  const files = globSync(
    ['app/**/*.{ts,tsx,js,css,html}', 'libraries/*/index.ts', 'libraries/*/src/**/*.ts', 'data/*.json'],
    { cwd: root, exclude: (name) => name.includes('.test.') },
  );
  for (const file of [...files.sort(), 'package-lock.json'])
    hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest('hex');
}
