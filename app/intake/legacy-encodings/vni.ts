// VNI for Windows (VNI-Times …): a base letter followed by a mark, shown here as Latin-1 code points.
// Source: the VNI Encoding Standard (VNI Software, two-byte Windows form).
const marksOf: Record<string, string> = {
  a: 'ùá øà ûả õã ïạ êă éắ èằ úẳ üẵ ëặ ââ áấ àầ åẩ ãẫ äậ',
  e: 'ùé øè ûẻ õẽ ïẹ âê áế àề åể ãễ äệ',
  o: 'ùó øò ûỏ õõ ïọ âô áố àồ åổ ãỗ äộ',
  u: 'ùú øù ûủ õũ ïụ',
  y: 'ùý øỳ ûỷ õỹ',
  ô: 'ùớ øờ ûở õỡ ïợ',
  ö: 'ùứ øừ ûử õữ ïự',
};
const alone = 'ñđ íí ìì æỉ óĩ òị îỵ ôơ öư';

/** From VNI spelling (Latin-1) to the Vietnamese letter, small and capital. */
export const vniLetters: ReadonlyMap<string, string> = new Map(buildLetters());

function* buildLetters(): Generator<[string, string]> {
  for (const [one, letter] of alone.split(' ').map(([...pair]) => pair)) yield* bothCases(one!, letter!);
  for (const [base, pairs] of Object.entries(marksOf))
    for (const [mark, letter] of pairs.split(' ').map(([...pair]) => pair))
      yield* bothCases(base + mark!, letter!);
}

function* bothCases(spelling: string, letter: string): Generator<[string, string]> {
  yield [spelling, letter];
  yield [spelling.toUpperCase(), letter.toUpperCase()];
  // A capital followed by a small mark ("Aù") is met in titles typed with the shift key.
  yield [spelling[0]!.toUpperCase() + spelling.slice(1), letter.toUpperCase()];
}

const spellings = new RegExp(
  [...vniLetters.keys()].sort((left, right) => right.length - left.length).join('|'),
  'g',
);

/** VNI text, its bytes given as Latin-1 (or Windows-1252) characters, in Unicode. */
export function fromVni(latin1: string): string {
  return latin1.replace(spellings, (spelling) => vniLetters.get(spelling) ?? spelling);
}
