import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: join(import.meta.dirname, '../..'),
  test: {
    include: ['test/journeys/**/*.journey.ts'],
    globalSetup: ['./test/database.global.ts', './test/journeys/pages.global.ts'],
    // Each journey has a program, a database and a browser of its own, and mostly waits for one of them.
    maxWorkers: 2,
    testTimeout: 240_000,
    hookTimeout: 180_000,
  },
});
