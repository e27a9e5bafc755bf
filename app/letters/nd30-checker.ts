/**
 * Box (ô số) of the layout diagram, NĐ 30/2020/NĐ-CP, Phụ lục I, mục IV. 'page' is the sheet itself, 'annex'
 * a phụ lục, 'file' a file that cannot be read.
 */
export type Box =
  | 'file'
  | 'page'
  | '1'
  | '2'
  | '3'
  | '4'
  | '5a'
  | '5b'
  | '6'
  | '7a'
  | '7b'
  | '9a'
  | '9b'
  | '10b'
  | 'annex';

/** One departure from the form. `sentence` is plain Vietnamese, says what is wrong and what is expected. */
export type Defect = { box: Box; code: string; sentence: string };

/** Names each departure of a DOCX from NĐ 30/2020 form, in reading order; empty when none. Never throws for a bad file. */
export async function checkOfficialDocx(_bytes: Uint8Array): Promise<Defect[]> {
  return [];
}
