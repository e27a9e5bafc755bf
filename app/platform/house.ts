import type { Database } from './database.ts';
import type { FileStore } from './file-store.ts';
import type { UploadHold } from './upload-hold.ts';

/** What every room is handed by `main.ts`; nothing is looked up from a global. */
export type House = {
  db: Database;
  files: FileStore;
  /** Where files wait until they have been read and judged. */
  uploads: UploadHold;
  /** The one source of "now", so that tests can hold the clock. */
  now: () => Date;
  /** What users type to reach the program, e.g. `https://nhipcau.cantho.gov.vn`. */
  origin: string;
};
