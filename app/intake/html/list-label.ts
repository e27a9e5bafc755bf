import { formatNumber } from '../lists/number-formats.ts';
import { attributeOf, type HtmlElement } from './node.ts';

const formats: Record<string, string> = {
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
  '1': 'decimal',
};

/** What a browser prints before a list item: "1.", "a.", "IV."; "-" for items without a number. */
export function labelOfItem(item: HtmlElement): string {
  const list = item.parentNode as HtmlElement | null;
  if (list?.nodeName !== 'ol') return '-';
  let number = Number(attributeOf(list, 'start') ?? 1) - 1;
  for (const other of list.childNodes) {
    if (other.nodeName !== 'li') continue;
    const value = attributeOf(other as HtmlElement, 'value');
    number = value !== null && /^\d+$/.test(value) ? Number(value) : number + 1;
    if (other === item) break;
  }
  return `${formatNumber(formats[attributeOf(list, 'type') ?? '1'] ?? 'decimal', number)}.`;
}
