import { unzipSync, zipSync } from 'fflate';
import { previewLimits } from './preview-limits.ts';

/**
 * The same zip file with every entry unpacked within the limits: what a reader of DOCX or XLSX is given has no
 * entry larger than it says. Entries that run code or embed programs are left out.
 * @throws Error when it is too large or no zip file
 */
export function safeZip(bytes: Uint8Array): Uint8Array {
  let entries = 0;
  let total = 0;
  const unpacked = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      entries += 1;
      total += originalSize;
      if (entries > previewLimits.unpackedEntries || total > previewLimits.unpackedBytes)
        throw new Error('it unpacks to more than a preview may take');
      return !/vbaProject|activeX|embeddings\//i.test(name);
    },
  });
  return zipSync(unpacked, { level: 0 });
}
