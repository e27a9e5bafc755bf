import type { ReadLine, ReadRun } from './docx-reading.ts';
import type { ElementName, ElementRule, Range } from './nd30-form.ts';
import { type Box, ruleOf } from './nd30-form.ts';

/**
 * One departure from the form. `box` is the ô số of Phụ lục I, `code` stays the same over releases, `sentence`
 * is plain Vietnamese: what is wrong and what the form wants.
 */
export type Defect = { box: Box; code: string; sentence: string };

/** Word's own size where a file names none, points. */
const unnamedSize = 10;

export function printRange([least, most]: Range): string {
  const number = (value: number) => String(value).replace('.', ',');
  return least === most ? number(least) : `từ ${number(least)} đến ${number(most)}`;
}

/** "Ô số 4 (Địa danh và thời gian ban hành)"; boxes that are no number go by name alone. */
export function printBox(box: Box, name: string): string {
  return /^\d/.test(box) ? `Ô số ${box} (${name})` : name;
}

/** "“Thực hiện Kế hoạch số 217/KH-UBND…”": enough of a line to find it. */
export function quote(text: string): string {
  return text.length <= 40 ? `“${text}”` : `“${text.slice(0, 40).trimEnd()}…”`;
}

/** Size of a run, points. */
export function sizeOf(run: ReadRun): number {
  return run.size ?? unnamedSize;
}

const isPrinted = (run: ReadRun) => run.text.trim() !== '';

function findStyleFault(
  rule: ElementRule,
  runs: readonly ReadRun[],
): [code: string, said: string] | undefined {
  const [least, most] = rule.size;
  const odd = runs.find((run) => sizeOf(run) < least || sizeOf(run) > most);
  if (odd) return ['size', `cỡ chữ ${printRange([sizeOf(odd), sizeOf(odd)])}, cần ${printRange(rule.size)}`];
  const differs = (key: 'bold' | 'italic') =>
    rule[key] !== undefined && runs.some((run) => (run[key] ?? false) !== rule[key]);
  if (differs('bold')) return ['bold', rule.bold ? 'cần in đậm' : 'không in đậm'];
  if (differs('italic')) return ['italic', rule.italic ? 'cần in nghiêng' : 'cần kiểu chữ đứng'];
  return undefined;
}

/**
 * Holds one line against the rule of its element: size, bold, italic, capitals, alignment. At most one defect
 * of set and one each of capitals and alignment. `code` is "issuer-size".
 */
export function checkElement(element: ElementName, line: ReadLine): Defect[] {
  const rule = ruleOf(element);
  const where = printBox(rule.box, rule.name);
  const found: Defect[] = [];
  const add = (code: string, said: string) =>
    found.push({
      box: rule.box,
      code: `${element}-${code}`,
      sentence: `${where}: ${said}: ${quote(line.text)}.`,
    });
  const fault = findStyleFault(rule, line.runs.filter(isPrinted));
  if (fault) add(...fault);
  if (rule.caps && line.text !== line.text.toLocaleUpperCase('vi')) add('caps', 'cần viết hoa toàn bộ');
  if (rule.align === 'center' && line.set.align !== 'center') add('align', 'cần canh giữa');
  return found;
}

/** A defect of an element told in words alone; `said` goes on after "Ô số 3 (Số, ký hiệu): ". */
export function defectOf(element: ElementName, code: string, said: string): Defect {
  const rule = ruleOf(element);
  return { box: rule.box, code: `${element}-${code}`, sentence: `${printBox(rule.box, rule.name)}: ${said}` };
}
