// ECMA-376 Part 1, 17.18.59 ST_NumberFormat: the formats met in Vietnamese documents.
const formats: Record<string, (n: number) => string> = {
  decimal: String,
  decimalZero: (n) => String(n).padStart(2, '0'),
  upperRoman: toRoman,
  lowerRoman: (n) => toRoman(n).toLowerCase(),
  upperLetter: toLetters,
  lowerLetter: (n) => toLetters(n).toLowerCase(),
  decimalEnclosedParen: (n) => `(${n})`,
  decimalEnclosedFullstop: (n) => `${n}.`,
  numberInDash: (n) => `- ${n} -`,
  ordinal: (n) => `${n}${['th', 'st', 'nd', 'rd'][n % 100 > 10 && n % 100 < 14 ? 0 : n % 10] ?? 'th'}`,
  vietnameseCounting: toVietnamese,
  none: () => '',
  bullet: () => '',
};

/** `n` (1 or more) in a Word number format; formats not listed are shown as decimal. */
export function formatNumber(format: string, n: number): string {
  return (formats[format] ?? String)(n);
}

function toRoman(n: number): string {
  const digits: [number, string][] = [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  if (n < 1 || n > 32_767) return String(n);
  let rest = n;
  let roman = '';
  for (const [value, digit] of digits) for (; rest >= value; rest -= value) roman += digit;
  return roman;
}

/** Word goes a … z, then aa, bb … zz, then aaa: never ab. */
function toLetters(n: number): string {
  if (n < 1 || n > 780) return String(n);
  return String.fromCharCode(65 + ((n - 1) % 26)).repeat(Math.ceil(n / 26));
}

function toVietnamese(n: number): string {
  const digits = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];
  if (n < 10 || n > 99) return digits[n] ?? (n === 10 ? 'mười' : String(n));
  const tens = Math.floor(n / 10);
  const ones = n % 10;
  const head = tens === 1 ? 'mười' : `${digits[tens]} mươi`;
  if (ones === 0) return head;
  const last = ones === 5 ? 'lăm' : ones === 1 && tens > 1 ? 'mốt' : digits[ones];
  return `${head} ${last}`;
}
