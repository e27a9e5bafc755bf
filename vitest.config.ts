import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{app,libraries,data,db,test}/**/*.test.ts'],
    exclude: ['test/journeys/**', 'node_modules/**'],
    globalSetup: ['./test/database.global.ts'],
    pool: 'threads',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
