import { join } from 'node:path';
import type { Installation } from '#app/platform/installation.ts';

/** What a test or a benchmark says of its installation. */
export const installationIn = (dataFolder: string, ownerUrl: string, sealKey: string): Installation => ({
  ownerUrl,
  dataFolder,
  sealKey,
  backup: {
    folder: join(dataFolder, 'backups'),
    at: '02:00',
    keep: { daily: 7, weekly: 5, monthly: 12 },
    recipients: [],
    passphrase: undefined,
  },
  metricsToken: undefined,
  pulse: { at: null },
});
