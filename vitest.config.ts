import { defineConfig } from 'vitest/config';

/**
 * Tests that put something else in a module's place or count what it keeps: these load the program anew, all others of
 * a worker share it.
 */
const alone = '**/*.alone.test.ts';
const include = ['{app,libraries,data,db,test}/**/*.test.ts'];
const exclude = ['test/journeys/**', 'node_modules/**'];
const common = { pool: 'threads' as const, testTimeout: 30_000, hookTimeout: 60_000 };

export default defineConfig({
  test: {
    globalSetup: ['./test/database.global.ts'],
    maxWorkers: 2,
    projects: [
      { test: { ...common, name: 'together', include, exclude: [...exclude, alone], isolate: false } },
      { test: { ...common, name: 'alone', include: [alone], exclude } },
    ],
  },
});
