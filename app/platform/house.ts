import type { FastifyBaseLogger } from 'fastify';
import type { Database, Tx } from './database.ts';
import type { FileStore } from './file-store.ts';
import type { Installation } from './installation.ts';
import type { Seal } from './seal.ts';
import type { UploadHold } from './upload-hold.ts';
import type { VirusScanner } from './virus-scanner.ts';

/** Where letters are handed to, e.g. `smtp://ten:mat-khau@may:587`, and who they are from. */
export type MailServer = { url: string; from: string };

/** What every room is handed by `main.ts`; nothing is looked up from a global. */
export type House = {
  db: Database;
  files: FileStore;
  /** Where files wait until they have been read and judged. */
  uploads: UploadHold;
  /** Looks for viruses in what is sent in; absent where the office runs no scanner. */
  scan?: VirusScanner;
  /** Encrypts what must not be readable from the database alone. */
  seal: Seal;
  /** Other systems that are told of notices may stand in the office's own network. */
  allowPrivateHooks?: boolean;
  /** Absent: letters wait in the outbox to be handed over by the administrator. */
  mail?: MailServer;
  /** Is there a row of a register that shows an agency's work on a duty? Registers come later in the flow than duties. */
  isShownByRow?: (tx: Tx, work: { dutyId: string; agencyId: string }) => Promise<boolean>;
  /** Where what goes wrong outside a request is written; never with personal data. */
  log?: FastifyBaseLogger;
  installation: Installation;
  /** The one source of "now", so that tests can hold the clock. */
  now: () => Date;
  /** What users type to reach the program, e.g. `https://nhipcau.cantho.gov.vn`. */
  origin: string;
};
