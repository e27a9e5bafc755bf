import { kindAbbreviations, kindNames } from '../header/kinds.ts';
import { isoDate } from '../header/metadata.ts';
import type { Citation, Span } from '../reading.ts';
import { type Clean, spanOf } from '../text/clean.ts';

// A number, then “/”, an optional year, and the symbol (State: 217/KH-UBND, 12/2023/QĐ-UBND, 72/2025/QH15);
// or a number, “-”, the kind, “/” and the body (Party: 12-CT/TW). Breaks of lines leave spaces around “/” and “-”.
const symbols =
  /(?<![\p{L}\d/.-])(\d{1,5}(?:\.\d{1,2})?) ?(?:\/ ?(\d{4}) ?)?\/ ?((?:\p{Lu}[\p{L}\d]{0,12}|KHHĐ)(?:(?:[-–] ?| [-–]| ?& ?|\.)\p{Lu}[\p{L}\d&]{0,14}){0,4})|(?<![\p{L}\d/.-])(\d{1,5}) ?[-–] ?(\p{Lu}[\p{L}]{0,8}) ?\/ ?(\p{Lu}[\p{L}]{1,14}(?:[-–]\p{Lu}[\p{L}\d]*)*)|(?<![\p{L}\d])(TCVN(?: ISO)?(?:\/IEC)? ?\d{3,5}(?:-\d+)?[:-]\d{4})/gu;

const dated = /^[^\d.;]{0,3},? ?(?:ngày )?(\d{1,2}) ?(?:[/-]|tháng) ?(\d{1,2}) ?(?:[/-]|năm) ?(\d{4})/;
const issuers =
  /^[^.;]{0,3}của (?:Bộ trưởng )?((?:Ban |Bộ |Chính phủ|Thủ tướng Chính phủ|Quốc hội|Ủy ban |Uỷ ban |UBND |Hội đồng |Tỉnh ủy|Thành ủy|Chủ tịch |Văn phòng )[\p{L} -]*?)(?=[,;.)”"]| (?:về|ban hành|phê duyệt|quy định|hướng dẫn|sửa đổi|cụ thể|thực hiện|triển khai|v\/v|khóa|tiếp tục|đẩy mạnh|tại|và|trong|đã|để)(?: |$)|$)/u;
const kinds = new RegExp(
  `(${[...kindNames].sort((a, b) => b.length - a.length).join('|')})(?: hành động)?(?: số)?[.:]? ?$`,
  'i',
);

/** A stretch of text in which to look, and whether it states a basis. */
export interface CitingText {
  clean: Clean;
  basis: boolean;
}

/** Other documents named in the texts, one entry each, with every mention. `own` is the symbol of the document itself. */
export function findCitations(texts: readonly CitingText[], own: string | null): Citation[] {
  const bySymbol = new Map<string, Citation>();
  const self = own === null ? null : normalSymbol(own).toUpperCase();
  for (const { clean, basis } of texts) {
    if (!hasSymbolSign(clean.text)) continue;
    for (const found of clean.text.matchAll(symbols)) {
      const symbol = symbolOf(found);
      if (symbol === null || symbol.toUpperCase() === self) continue;
      const known = bySymbol.get(symbol.toUpperCase());
      const citation = known ?? {
        symbol,
        kind: kindOf(symbol),
        date: null,
        issuer: null,
        basis: false,
        mentions: [],
      };
      if (known !== undefined && known.symbol === known.symbol.toUpperCase()) known.symbol = symbol;
      if (known === undefined) bySymbol.set(symbol.toUpperCase(), citation);
      addMention(citation, clean, found, basis);
    }
  }
  return [...bySymbol.values()];
}

const hasSymbolSign = (text: string): boolean => text.includes('/') || text.includes('TCVN');

/** “217 / KH - UBND” → “217/KH-UBND”. */
export const normalSymbol = (symbol: string): string =>
  symbol.replace(/ ?([/&–-]) ?/g, '$1').replace(/–/g, '-');

function symbolOf(found: RegExpExecArray | RegExpMatchArray): string | null {
  if (found[7] !== undefined) return found[7].replace(/\s+/g, ' ');
  const text = normalSymbol(found[0]);
  if (found[4] !== undefined)
    return kindAbbreviations[found[5]!] !== undefined || found[5]!.length <= 5 ? text : null;
  const tail = found[3]!;
  if (/^(?:QH\d{1,2}|UBTVQH\d{1,2}|L-CTN|HĐBT|HĐNN\d?)$/.test(normalSymbol(tail))) return text;
  return /[-–&]/.test(tail) ? text : null;
}

function addMention(
  citation: Citation,
  clean: Clean,
  found: RegExpExecArray | RegExpMatchArray,
  basis: boolean,
): void {
  const begin = found.index!;
  const end = begin + found[0].length;
  const span: Span = spanOf(clean, begin, end);
  citation.mentions.push({ text: clean.text.slice(begin, end), span });
  citation.basis ||= basis;
  const before = kinds.exec(clean.text.slice(Math.max(0, begin - 40), begin));
  if (before !== null && citation.mentions.length === 1)
    citation.kind = before[1]![0]!.toUpperCase() + before[1]!.slice(1).toLowerCase();
  let rest = clean.text.slice(end, end + 160);
  const date = dated.exec(rest);
  if (date !== null) {
    citation.date ??= isoDate(date[3]!, date[2]!, date[1]!);
    rest = rest.slice(date[0].length);
  }
  citation.issuer ??= issuers.exec(rest)?.[1]?.trim() ?? null;
}

function kindOf(symbol: string): string | null {
  const state = /\/(\p{L}+)-/u.exec(symbol)?.[1];
  const party = /^\d+-(\p{L}+)\//u.exec(symbol)?.[1];
  if (/\/QH\d+$/.test(symbol)) return 'Luật';
  return kindAbbreviations[party ?? state ?? ''] ?? null;
}
