import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import type { InlineConfig } from 'vite';

export const pagesConfig = (root: string, out: string): InlineConfig => ({
  root: join(root, 'app/web'),
  configFile: false,
  logLevel: 'warn',
  plugins: [react()],
  build: { outDir: out, emptyOutDir: true, manifest: true, target: 'es2022', chunkSizeWarningLimit: 800 },
});
