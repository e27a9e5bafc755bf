import type { Part } from '../outline/parts.ts';
import type { DocumentMetadata, MetadataField } from '../reading.ts';
import type { Block } from '../text/blocks.ts';
import { type Clean, joinClean } from '../text/clean.ts';
import { readFoot } from './foot.ts';
import { at, type Found } from './found.ts';
import { readIssuer } from './issuer.ts';
import { isKindBlock, readTitle } from './title.ts';

/** Reads head and foot (NĐ 30/2020/NĐ-CP, Phụ lục I; Hướng dẫn 36-HD/VPTW for the Party). */
export function readMetadata(parts: readonly Part[]): DocumentMetadata {
  const head = parts.find((part) => part.kind === 'head');
  const blocks = (head?.blocks ?? []).filter((block) => block.kind === 'paragraph');
  const table = readSiteTable(parts);
  const whole = joinClean(
    blocks.map((block) => block.clean),
    () => ' \n ',
  );
  const kindAt = blocks.findIndex((block) => isKindBlock(block));
  const top =
    kindAt > 0
      ? joinClean(
          blocks.slice(0, kindAt).map((block) => block.clean),
          () => ' \n ',
        )
      : whole;
  const symbol = readSymbol(top) ?? table.symbol ?? null;
  const placed = readPlaceAndDate(whole);
  const titled = readTitle(blocks, symbol?.value ?? null);
  const preamble = parts.find((part) => part.kind === 'body')?.blocks.slice(0, 12) ?? [];
  const issuer =
    readIssuer(blocks, preamble, symbol?.value ?? null, placed.place?.value ?? null) ?? table.issuer ?? null;
  const foot = readFoot(parts, table.signer ?? null);
  const stamps = readStamps([...(parts[0]?.kind === 'boilerplate' ? parts[0].blocks : []), ...blocks]);
  const found: Partial<Record<MetadataField, Found<unknown> | null>> = {
    symbol,
    kind: titled.kind,
    title: titled.title,
    issuer,
    place: placed.place,
    date: placed.date ?? table.date ?? null,
    signers: foot.signers,
    recipients: foot.recipients,
    secrecy: stamps.secrecy,
    urgency: stamps.urgency,
  };
  const spans: DocumentMetadata['spans'] = {};
  for (const [field, item] of Object.entries(found))
    if (item != null) spans[field as MetadataField] = item.span;
  return {
    symbol: symbol?.value ?? null,
    kind: titled.kind?.value ?? null,
    title: titled.title?.value ?? null,
    issuer: issuer?.value ?? null,
    place: placed.place?.value ?? null,
    date: placed.date === undefined ? (table.date?.value ?? null) : (placed.date?.value ?? null),
    signers: foot.signers?.value ?? [],
    recipients: foot.recipients?.value ?? [],
    secrecy: stamps.secrecy?.value ?? null,
    urgency: stamps.urgency?.value ?? null,
    spans,
  };
}

const stateSymbol =
  /(?:^|[\s*])(?:Số|Sô|SỐ|So|(?:Nghị quyết|Quyết định|Luật|Nghị định|Thông tư) số)\s?[:.]?\s*(\d[\d.]*[a-zA-Z]?\s?\/(?:\s?\d{4}\s?\/)?\s?[\p{Lu}][\p{L}\d]*(?:\s?[-–.&]\s?[\p{Lu}][\p{L}\d&.]*)*)/u;
const partySymbol =
  /(?:^|[\s*])(?:Số|Sô|SỐ)\s?[:.]?\s*(\d[\d.]*\s?[-–]\s?[\p{Lu}][\p{L}]*\s?\/\s?[\p{Lu}][\p{L}]*(?:\s?[-–]\s?[\p{Lu}\d]+)*)/u;

/** The number and symbol; null where the number is blank. */
function readSymbol(head: Clean): Found<string> | null {
  const found = partySymbol.exec(head.text) ?? stateSymbol.exec(head.text);
  if (found === null) return null;
  const begin = found.index + found[0].lastIndexOf(found[1]!);
  const value = found[1]!.replace(/\s+(?:\p{Lu}\p{Ll}.*)$/u, '').trim();
  return at(value, head, begin, begin + value.length);
}

const placeDate =
  /([\p{Lu}][^,\n:/]{1,40}?)\s?,\s?ngày\s?([\d\s]*?)[.…_\s^ˆ'’`*]*tháng\s?([\d\s]*?)[.…_\s^ˆ'’`*]*năm\s?([\d\s]{4,6})/u;

function readPlaceAndDate(head: Clean): {
  place: Found<string> | null;
  date: Found<string> | null | undefined;
} {
  const found = placeDate.exec(head.text);
  if (found === null) return { place: null, date: undefined };
  const place = found[1]!.replace(/^.*(?:Hạnh phúc|\d\/\S+)\s*/u, '').trim();
  const begin = found.index + found[1]!.length - place.length;
  const [day, month, year] = [found[2]!, found[3]!, found[4]!].map((part) => part.replace(/\s/g, ''));
  const words = at(isoDate(year!, month!, day!), head, begin + place.length, found.index + found[0].length);
  return {
    place: place === '' ? null : at(place, head, begin, begin + place.length),
    date: words.value === null ? null : { value: words.value, span: words.span },
  };
}

/** ISO date of a real day; null for a blank or an impossible one. */
export function isoDate(year: string, month: string, day: string): string | null {
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  if (!(y > 1900 && y < 2200 && m >= 1 && m <= 12 && d >= 1 && d <= new Date(Date.UTC(y, m, 0)).getUTCDate()))
    return null;
  return `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
}

const secrecies = { MẬT: 'Mật', 'TỐI MẬT': 'Tối mật', 'TUYỆT MẬT': 'Tuyệt mật' } as const;
const urgencies = {
  KHẨN: 'Khẩn',
  'THƯỢNG KHẨN': 'Thượng khẩn',
  'HỎA TỐC': 'Hỏa tốc',
  'HOẢ TỐC': 'Hỏa tốc',
  'HỎA TỐC HẸN GIỜ': 'Hỏa tốc',
} as const;

/** Stamps: a line of its own, also spaced out (“M Ậ T”) or framed. */
function readStamps(blocks: readonly Block[]): {
  secrecy: Found<
    keyof typeof secrecies extends never ? never : (typeof secrecies)[keyof typeof secrecies]
  > | null;
  urgency: Found<(typeof urgencies)[keyof typeof urgencies]> | null;
} {
  const stamps: ReturnType<typeof readStamps> = { secrecy: null, urgency: null };
  for (const block of blocks) {
    for (const line of block.lines) {
      const { text } = line.clean;
      if (text.length > 40 || text.length < 3) continue;
      const bare = text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
      const word = /^\p{Lu}(?: \p{Lu})+$/u.test(bare) ? bare.replace(/ /g, '') : bare;
      const spaced = word
        .replace(/^(TỐI|TUYỆT)(MẬT)$/, '$1 $2')
        .replace(/^(HỎA|HOẢ)(TỐC)$/, '$1 $2')
        .replace(/^(THƯỢNG)(KHẨN)$/, '$1 $2');
      if (spaced in secrecies)
        stamps.secrecy ??= at(secrecies[spaced as keyof typeof secrecies], line.clean, 0, text.length);
      if (spaced in urgencies)
        stamps.urgency ??= at(urgencies[spaced as keyof typeof urgencies], line.clean, 0, text.length);
    }
  }
  return stamps;
}

interface SiteTable {
  symbol?: Found<string>;
  date?: Found<string>;
  issuer?: Found<string>;
  signer?: Found<string>;
}

/** The table of facts that web sites print around a document; used only where the text itself is silent. */
function readSiteTable(parts: readonly Part[]): SiteTable {
  const table: SiteTable = {};
  const first = parts[0];
  if (first === undefined || first.kind !== 'boilerplate') return table;
  for (const block of first.blocks) {
    const found =
      /^(Số hiệu|Số ký hiệu|Ngày ban hành|Người ký|Cơ quan ban hành|Nơi ban hành)\s*:?\s*(.+)$/.exec(
        block.clean.text,
      );
    if (found === null) continue;
    const value = found[2]!.trim();
    const item = at(value, block.clean, found[0].length - value.length, found[0].length);
    if (found[1]!.startsWith('Số')) table.symbol = item;
    else if (found[1] === 'Người ký') table.signer = item;
    else if (found[1] === 'Ngày ban hành') {
      const day = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})/.exec(value);
      const date = day === null ? null : isoDate(day[3]!, day[2]!, day[1]!);
      if (date !== null) table.date = { value: date, span: item.span };
    } else table.issuer = item;
  }
  return table;
}
