import { phrases } from '../bodies/wording.ts';
import type { Block } from '../text/blocks.ts';
import { isCapitals } from '../text/blocks.ts';
import { joinClean, spanOf } from '../text/clean.ts';
import { toWords } from '../text/words.ts';
import type { Found } from './found.ts';

// “MÔI TRƯỜNG”, “XÃ HỘI”, “HỌC VIỆN” only look like heads.
const heads =
  /(?<!(?:MÔI|THỊ|XÃ|QUỐC|ĐẠI|BỆNH|HỌC|CÔNG|LIÊN|HIỆP|TẬP|QUÂN|SƯ|CƠ|TỔNG|TRUYỀN|THÔNG|ĐOÀN) )(?:(?:ỦY|UỶ) BAN MẶT TRẬN|ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|UBND|HỘI ĐỒNG NHÂN DÂN|HĐND|THỦ TƯỚNG CHÍNH PHỦ|CHÍNH PHỦ|BỘ(?! CHỈ HUY)|SỞ|BAN(?<!(?:ỦY|UỶ) BAN)(?! NHÂN| HÀNH)|TỈNH ỦY|TỈNH UỶ|THÀNH ỦY|THÀNH UỶ|HUYỆN ỦY|ĐẢNG ỦY|VĂN PHÒNG|CÔNG AN|CỤC|CHI CỤC|THANH TRA|TRUNG TÂM|VIỆN|TÒA ÁN|LIÊN HIỆP|HỘI|BỘ CHỈ HUY|BỘ TƯ LỆNH|TRƯỜNG|CHỦ TỊCH|NGÂN HÀNG|KHO BẠC|BẢO HIỂM|LIÊN ĐOÀN|TỈNH ĐOÀN|ĐOÀN)(?= |$)/;
const furniture =
  /CỘNG H[OÒ][AÀ] XÃ HỘI CHỦ NGHĨA VIỆT NAM|CỘNG H[OÒ][AÀ] XÃ HỘI|CHỦ NGHĨA VIỆT NAM|ĐẢNG CỘNG SẢN VIỆT NAM|Độc lập ?[-–] ?Tự do ?[-–] ?Hạnh phúc|[-_=*–]{2,}|\*|(?:^|(?<=\s))(?:HỎA TỐC|HOẢ TỐC|THƯỢNG KHẨN|KHẨN|TỐI MẬT|TUYỆT MẬT|MẬT)(?=\s|$)(?! TRẬN)/g;

/** The issuing body: the lowest of the names at the top left, in full and in normal case. */
export function readIssuer(
  head: readonly Block[],
  preamble: readonly Block[],
  symbol: string | null,
  place: string | null,
): Found<string> | null {
  const top: Block[] = [];
  for (const block of head) {
    const { text } = block.clean;
    if (/^(?:\*? ?)(?:Số|Sô|SỐ|(?:Nghị quyết|Luật) số) ?[:.]? ?(?:[\d/]|$)|, ?ngày |^\d+ ?\//.test(text)) {
      if (top.length > 0) break;
      continue;
    }
    if (top.length > 5) break;
    if (
      text.replace(furniture, '').trim() !== '' &&
      isCapitals(text.replace(furniture, '').replace(/Độc lập.*/, ''))
    )
      top.push(block);
  }
  const lines = top.map((block) => block.clean);
  if (lines.length > 0) {
    const clean = joinClean(lines, () => ' ');
    const text = clean.text.replace(furniture, (found) => ' '.repeat(found.length));
    const found = lastHead(text);
    if (found !== null)
      return {
        value: spelledAs(normalName(found.name), place),
        span: spanOf(clean, found.at, found.at + found.name.length),
      };
  }
  return fromPreamble(preamble) ?? fromSymbol(symbol, place, head);
}

const bare = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase();

/** “UBND TINH VINH LONG”: a scan loses the marks of capitals; the place of signing has the name as it is spelled. */
function spelledAs(name: string, place: string | null): string {
  if (place === null || name.endsWith(place) || !bare(name).endsWith(` ${bare(place)}`)) return name;
  return name.slice(0, name.length - place.length).replace(/Tinh $/, 'tỉnh ') + place;
}

/** “UBND TỈNH X / SỞ Y”: the one that issues is the last; a province goes with its committee. */
function lastHead(text: string): { name: string; at: number } | null {
  const kind = text.search(/ (?:KẾ HOẠCH|QUYẾT ĐỊNH|CHỈ THỊ|CÔNG ĐIỆN|THÔNG BÁO)(?: |$)/);
  const top = kind > 0 ? text.slice(0, kind) : text;
  const starts = [...top.matchAll(new RegExp(`(?:^|\\s)(?=${heads.source})`, 'g'))].map(
    (found) => found.index + found[0].length,
  );
  if (starts.length === 0) return null;
  let begin = starts[0]!;
  for (const start of starts.slice(1)) {
    const before = top.slice(begin, start).trim();
    if (
      /(?:VÀ|CỦA|THUỘC|CHỦ TỊCH|VĂN PHÒNG|THƯỜNG TRỰC|TRA|HÀNH|BAN|ĐOÀN|HỘI|CÁC|TỈNH|-|–)$/.test(before) ||
      /^CHÍNH PHỦ|^BAN NHÂN/.test(top.slice(start))
    )
      continue;
    if (top.slice(start).trim() === 'VĂN PHÒNG')
      return { name: `VĂN PHÒNG ${top.slice(begin, start).trim()}`, at: begin };
    begin = start;
  }
  const name = top
    .slice(begin)
    .replace(/\s{2,}.*$/, (rest) => (/\p{Lu}{2}/u.test(rest) ? rest.replace(/\s+/g, ' ') : ''))
    .trim();
  return name === '' ? null : { name: `${name}${levelAbove(name, top.slice(0, begin))}`, at: begin };
}

/** “UBND TỈNH X / BAN CHỈ ĐẠO …”: a board without a level of its own is of the level above it. */
function levelAbove(name: string, above: string): string {
  const party = /^(?:TỈNH|THÀNH) (?:ỦY|UỶ)$/.test(name)
    ? /ĐẢNG BỘ (?:TỈNH|THÀNH PHỐ)( [\p{Lu} ]+)$/u.exec(above.trim())
    : null;
  if (party !== null) return party[1]!;
  if (
    !/^(?:BAN CHỈ|BAN QUẢN|BAN AN|HỘI ĐỒNG|TỔ CÔNG)/.test(name) ||
    /(?:TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|XÃ|PHƯỜNG) \p{Lu}/u.test(name)
  )
    return '';
  const level = /(?:TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|XÃ|PHƯỜNG) [\p{Lu} ]+$/u.exec(above.trim());
  return level === null ? '' : ` ${level[0]}`;
}

const committee =
  /((?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND|Hội đồng nhân dân|Chủ tịch Ủy ban nhân dân|Chủ tịch UBND) (?:tỉnh|thành phố|Tỉnh|Thành phố|huyện|quận|xã|phường|đặc khu)(?: \p{Lu}[\p{L}-]*)+)(?= (?:ban hành|yêu cầu|đề nghị|xây dựng|thông báo|báo cáo|chỉ đạo|giao|có|nhận|triển khai))/u;

function fromPreamble(blocks: readonly Block[]): Found<string> | null {
  for (const block of blocks) {
    const found = committee.exec(block.clean.text);
    if (found !== null)
      return {
        value: normalName(found[1]!.replace(/^Chủ tịch /, '')),
        span: spanOf(block.clean, found.index, found.index + found[1]!.length),
      };
  }
  return null;
}

function fromSymbol(
  symbol: string | null,
  place: string | null,
  head: readonly Block[],
): Found<string> | null {
  if (symbol === null || place === null || head.length === 0 || !/UBND/.test(symbol)) return null;
  const city = /^(?:Hà Nội|Hải Phòng|Huế|Đà Nẵng|Cần Thơ)$/.test(place);
  return {
    value: `Ủy ban nhân dân ${/^(?:Thành phố|Tỉnh)/i.test(place) ? place : `${city ? 'thành phố' : 'tỉnh'} ${place}`}`,
    span: spanOf(head[0]!.clean, 0, 0),
  };
}

const small = new Set([
  'NHÂN',
  'DÂN',
  'BAN',
  'TỈNH',
  'PHỐ',
  'THÀNH',
  'VÀ',
  'TƯỚNG',
  'HUYỆN',
  'QUẬN',
  'XÃ',
  'PHƯỜNG',
  'ĐỒNG',
  'KHU',
  'ĐẶC',
  'ỦY',
  'UỶ',
  'TỊCH',
  'CỦA',
  'CÁC',
  'TÂM',
  'SÁT',
  'HIỆP',
  'ĐOÀN',
  'TRA',
  'TRỰC',
  'LÝ',
]);

/** “ỦY BAN NHÂN DÂN TỈNH ĐỒNG THÁP” → “Ủy ban nhân dân tỉnh Đồng Tháp”. Text that is not all capitals stays. */
export function normalName(name: string): string {
  const full = name
    .replace(/\bUBND /, 'Ủy ban nhân dân ')
    .replace(/^HĐND /i, 'Hội đồng nhân dân ')
    .replace(/^Uỷ ban/, 'Ủy ban')
    .replace(/^UỶ BAN/, 'ỦY BAN')
    .replace(/\s+/g, ' ');
  if (!isCapitals(name)) return full;
  if (/^(?:BỘ|SỞ|PHÒNG) /.test(full)) return fieldsInNormalCase(full);
  if (/^(?:Ủy|ỦY) BAN MẶT TRẬN/.test(full)) return `Ủy ban Mặt trận Tổ quốc Việt Nam${restOfFront(full)}`;
  let afterLevel = false;
  return full
    .split(' ')
    .map((word, i) => {
      const upper = word.toUpperCase();
      const keep =
        i === 0 || !small.has(upper) || (afterLevel && !['PHỐ', 'KHU', 'ỦY', 'UỶ'].includes(upper));
      afterLevel = ['TỈNH', 'PHỐ', 'HUYỆN', 'XÃ', 'PHƯỜNG', 'QUẬN'].includes(upper) || (afterLevel && keep);
      return keep ? word[0]!.toUpperCase() + word.slice(1).toLowerCase() : word.toLowerCase();
    })
    .join(' ');
}

/** “… TỈNH - ỦY BAN NHÂN DÂN TỈNH QUẢNG TRỊ”: what stands behind the name of the Front. */
const restOfFront = (full: string): string => {
  const rest = full
    .replace(/^.*?TỔ QUỐC(?: VIỆT NAM)? ?/, '')
    .split(' - ')
    .map(normalName)
    .join(' - ');
  return rest === '' ? '' : ` ${rest[0]!.toLowerCase()}${rest.slice(1)}`;
};

/** “BỘ NÔNG NGHIỆP VÀ MÔI TRƯỜNG” → “Bộ Nông nghiệp và Môi trường”: one capital a field of work. */
function fieldsInNormalCase(name: string): string {
  const w = toWords(name.toLowerCase());
  const words = [...w.lower];
  for (let i = 0; i < w.count; ) {
    const size = Math.max(1, i === 0 ? 1 : phrases.fields.at(w, i));
    const begin = w.begin[i]!;
    words[i] = name.slice(begin, w.end[i]!).toLowerCase() + w.after[i]!;
    if (w.lower[i] !== 'và') words[i] = words[i]![0]!.toUpperCase() + words[i]!.slice(1);
    for (let k = i + 1; k < i + size; k++)
      words[k] = name.slice(w.begin[k]!, w.end[k]!).toLowerCase() + w.after[k]!;
    i += size;
  }
  return words.join(' ');
}
