import type { BackupSettings } from './settings.ts';

/** What only the operating side of the program knows of the installation; no route ever answers with it. */
export type Installation = {
  /** Address of the database as the owner of its tables: reads whole provinces for a backup, makes scratch databases. */
  ownerUrl: string;
  dataFolder: string;
  /** The key behind `house.seal`: without it a restored database cannot open its sealed columns. */
  sealKey: string;
  backup: BackupSettings;
  metricsToken: string | undefined;
  /** When the jobs last ticked; null where nobody keeps them. */
  pulse: { at: Date | null };
};
