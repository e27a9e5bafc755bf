// TCVN 5712:1993, code VN3 ("ABC" fonts, .VnTime …): one byte a letter, shown here as Latin-1 code points.
// Source: TCVN 5712:1993; agrees with the glibc charmap TCVN for the bytes 0xA1–0xFE.
const rows: [firstByte: number, letters: string][] = [
  [0xa1, 'ĂÂÊÔƠƯĐăâêôơưđ'],
  [0xb5, 'àảãáạ'],
  [0xbb, 'ằẳẵắ'],
  [0xc6, 'ặầẩẫấậè'],
  [0xce, 'ẻẽéẹềểễếệìỉ'],
  [0xdc, 'ĩíịò'],
  [0xe1, 'ỏõóọồổỗốộờởỡớợù'],
  [0xf1, 'ủũúụừửữứựỳỷỹýỵ'],
];

/** From the Latin-1 character of a TCVN3 byte to its Vietnamese letter. */
export const tcvn3Letters: ReadonlyMap<string, string> = new Map(
  rows.flatMap(([first, letters]) =>
    [...letters].map((letter, at) => [String.fromCharCode(first + at), letter] as const),
  ),
);

/** TCVN3 text, its bytes given as Latin-1 (or Windows-1252) characters, in Unicode. */
export function fromTcvn3(latin1: string): string {
  return latin1.replace(/[\u00a1-\u00fe]/g, (byte) => tcvn3Letters.get(byte) ?? byte);
}

/** Fonts such as .VnTimeH draw small letters as capitals; .VnTime has no toned capitals of its own. */
export function fromTcvn3Capitals(latin1: string): string {
  return fromTcvn3(latin1).toUpperCase();
}
