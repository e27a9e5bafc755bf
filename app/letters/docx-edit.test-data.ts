import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** Text of one file of a DOCX. */
export function readXml(docx: Uint8Array, path = 'word/document.xml'): string {
  return strFromU8(unzipSync(docx)[path]!);
}

/** The DOCX with one file changed; throws when the change changes nothing, so that no test passes idly. */
export function editDocx(docx: Uint8Array, path: string, change: (xml: string) => string): Uint8Array {
  const files = unzipSync(docx);
  const before = strFromU8(files[path]!);
  const after = change(before);
  if (after === before) throw new Error(`nothing to change in ${path}`);
  files[path] = strToU8(after);
  return zipSync(files);
}
