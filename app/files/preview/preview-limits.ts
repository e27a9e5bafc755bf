/** What a preview may take and show. Sizes in bytes, times in milliseconds, memory in MiB. */
export const previewLimits = {
  fileBytes: 30 * 1024 * 1024,
  unpackedBytes: 150 * 1024 * 1024,
  unpackedEntries: 5_000,
  milliseconds: 20_000,
  heapMiB: 512,
  /** Files read at the same time; each takes a core. */
  atOnce: 2,
  /** Files that may wait for those; more are told to come back. */
  waiting: 20,
  htmlLetters: 4_000_000,
  pictureBytes: 3 * 1024 * 1024,
  pictureBytesTogether: 12 * 1024 * 1024,
  sheets: 5,
  rows: 200,
  columns: 30,
  cellLetters: 500,
  textBytes: 300_000,
} as const;
