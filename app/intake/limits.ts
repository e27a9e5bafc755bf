/**
 * The one table of limits for what may come in.
 * Sizes in bytes, times in milliseconds, memory in MiB; a limit is the last value still accepted.
 */
export const limits = {
  fileBytes: 50 * 1024 * 1024,
  pages: 500,
  /** Non-blank lines of the text read: one paragraph or one table row each. */
  paragraphs: 20_000,
  millisecondsPerFile: 5 * 60_000,
  /** A page that has to be recognised adds this to the time of its file. */
  millisecondsPerRecognisedPage: 20_000,
  /** Sum of the unpacked sizes in a DOCX, and how many entries it may have. */
  unpackedBytes: 300 * 1024 * 1024,
  unpackedEntries: 5_000,
  /** XML parts are held as a tree, several times their size. */
  xmlPartBytes: 64 * 1024 * 1024,
  xmlElements: 2_000_000,
  /** An image is held as width × height × 4 bytes while it is read. */
  imagePixels: 60_000_000,
  workerHeapMiB: 1_024,
  /** Files read in the background at the same time; each may take a core and 500 MB. */
  importsAtOnce: 1,
  /** How often a file is begun anew after the program died or failed over it. */
  importAttempts: 3,
  /** Pictures of pages shown beside their text. */
  pictureDpi: 150,
  /** A text reader that finds fewer letters than this on a page looks for a page-size image instead. */
  lettersOfTextPage: 30,
} as const;
