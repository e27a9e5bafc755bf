import type { Tx } from '#app/platform/database.ts';
import type { Viewer } from '#app/platform/viewer.ts';

/**
 * A concept that files belong to. A file is readable to whom what it belongs to is readable, and to nobody when no
 * holder knows it.
 */
export type FileHolder = {
  /** The record that shows the file, for the way back, when it is this holder's and the viewer may see it. */
  findPlace: (tx: Tx, viewer: Viewer, fileId: string) => Promise<FilePlace | null>;
};

/** Address and name of the page that a file is shown on, e.g. `/duties/…`, 'Nhiệm vụ III.2.a'. */
export type FilePlace = { address: string; name: string };
