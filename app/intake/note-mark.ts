const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** The mark of a footnote as it is printed, in raised digits: 12 → "¹²". The note begins with the same mark. */
export function noteMark(number: number | string): string {
  return String(number).replace(/\d/g, (digit) => raised[Number(digit)]!);
}
