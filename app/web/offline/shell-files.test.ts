import { expect, test } from 'vitest';
import { filesOfShell, type Manifest } from './shell-files.ts';

const manifest: Manifest = {
  'index.html': {
    file: 'assets/index-1.js',
    isEntry: true,
    imports: ['_core-2.js'],
    css: ['assets/index-3.css'],
    assets: ['assets/be-vietnam-4.woff2'],
  },
  '_core-2.js': { file: 'assets/core-2.js', imports: ['index.html'] },
  'agency-report.page.tsx': {
    file: 'assets/agency-5.js',
    imports: ['_core-2.js'],
    css: ['assets/reports-6.css'],
  },
  '../reports/mine.page.tsx': { file: 'assets/mine-7.js' },
  '../figures/figures.page.tsx': { file: 'assets/figures-8.js' },
};

test('the shell is what a report being written needs to open, each file once, and no other page', () => {
  expect(filesOfShell(manifest)).toEqual([
    '/assets/agency-5.js',
    '/assets/be-vietnam-4.woff2',
    '/assets/core-2.js',
    '/assets/index-1.js',
    '/assets/index-3.css',
    '/assets/mine-7.js',
    '/assets/reports-6.css',
  ]);
});

test('a page that was renamed is missed when the bundle is built, not when the network is away', () => {
  const { 'agency-report.page.tsx': _, ...without } = manifest;
  expect(() => filesOfShell(without)).toThrow('agency-report.page.tsx');
});
