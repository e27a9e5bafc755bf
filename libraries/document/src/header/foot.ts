import type { Part } from '../outline/parts.ts';
import type { Signer, Span } from '../reading.ts';
import { isCapitals } from '../text/blocks.ts';
import { type Clean, cleanFrom, joinClean, sourceOf, spanOf } from '../text/clean.ts';
import type { Line } from '../text/lines.ts';
import type { Found } from './found.ts';

export interface Foot {
  signers: Found<Signer[]> | null;
  recipients: Found<string[]> | null;
}

/** The signature and “Nơi nhận” of the first foot. */
export function readFoot(parts: readonly Part[], siteSigner: Found<string> | null): Foot {
  const blocks = parts.find((part) => part.kind === 'foot')?.blocks ?? [];
  const columns = splitColumns(blocks.flatMap((block) => block.lines).filter((line) => line.form === 'text'));
  const recipients = readRecipients(columns.left);
  const beside = [...columns.left.filter((line) => !recipients.used.has(line)), ...columns.right];
  const signers = readSigners(beside.sort((a, b) => sourceOf(a.clean, 0) - sourceOf(b.clean, 0)));
  const named =
    signers.value.length > 0
      ? signers
      : siteSigner === null
        ? null
        : { value: [{ name: siteSigner.value, position: null, authority: null }], span: siteSigner.span };
  return { signers: named, recipients: recipients.found };
}

interface FootLine {
  clean: Clean;
  indent: number;
  afterBlank: boolean;
}

/** Text laid out in two columns: the right one holds the signature. */
function splitColumns(lines: readonly Line[]): { left: FootLine[]; right: FootLine[] } {
  const left: FootLine[] = [];
  const right: FootLine[] = [];
  for (const line of lines) {
    const { clean } = line;
    const gap = gapIn(clean) || besideRecipients(clean.text);
    if (gap > 0) {
      left.push({
        clean: trimEnd(cleanFrom(clean, 0, gap)),
        indent: line.indent,
        afterBlank: line.afterBlank,
      });
      right.push({ clean: cleanFrom(clean, gap), indent: 40, afterBlank: line.afterBlank });
    } else
      (line.indent >= 25 ? right : left).push({ clean, indent: line.indent, afterBlank: line.afterBlank });
  }
  return { left, right };
}

const trimEnd = (clean: Clean): Clean => cleanFrom(clean, 0, clean.text.trimEnd().length);

/** Place after a run of four or more spaces in the source, or 0. */
function gapIn(clean: Clean): number {
  for (let i = 2; i < clean.at.length; i += 2) {
    const place = clean.at[i]!;
    if (place > 0 && clean.at[i + 1]! - sourceOf(clean, place - 1) > 4) return place;
  }
  return 0;
}

/** “Nơi nhận: TM. ỦY BAN NHÂN DÂN”, “- Bộ Y tế; PHÓ CHỦ TỊCH”: a scan sets the columns one space apart. Place of the right one, or 0. */
function besideRecipients(text: string): number {
  const found =
    /^(?:N[ơo]i nh[ậa]n ?: ?|[-+*•–] ?[^;]{3,}[;.] )(?=\p{Lu}[\p{Lu} .,/]{4,}$)/u.exec(text)?.[0].length ?? 0;
  return found > 0 && signing.test(text.slice(found)) ? found : 0;
}

const opening = /^N[ơo]i nh[ậa]n ?:?/;
const signing = /^(?:TM|T\/M|KT|K\/T|TL|T\/L|TUQ|Q)[.\s]|CHỦ TỊCH|GIÁM ĐỐC|TRƯỞNG|CHÁNH |BÍ THƯ/;
const authorityLine = /^(?:TM|T\/M|KT|K\/T|TL|T\/L|TUQ|Q)[.\s]/;

function readRecipients(lines: readonly FootLine[]): { found: Found<string[]> | null; used: Set<FootLine> } {
  const used = new Set<FootLine>();
  const start = lines.findIndex((line) => opening.test(line.clean.text));
  if (start < 0) return { found: null, used };
  const items: Clean[][] = [];
  for (const line of lines.slice(start)) {
    const { text } = line.clean;
    if (opening.test(text)) {
      const rest = text.replace(opening, '').trim();
      used.add(line);
      if (rest !== '') items.push(...inOneLine(cleanFrom(line.clean, text.length - rest.length)));
    } else if (
      authorityLine.test(text) ||
      (isCapitals(text) &&
        text.length > 6 &&
        !/^[-+*•]/.test(text) &&
        (items.length === 0 || /[;.]$/.test(items.at(-1)!.at(-1)!.text) || positionWord.test(text)))
    )
      break;
    else if (/^[-+*•–] ?\S/.test(text)) {
      items.push(...inOneLine(line.clean));
      used.add(line);
    } else if (items.length > 0 && !/[;.]$/.test(items.at(-1)!.at(-1)!.text) && !isName(text)) {
      items.at(-1)!.push(line.clean);
      used.add(line);
    } else break;
  }
  const cleans = items.map((item) => joinClean(item, () => ' ')).filter((item) => item.text !== '');
  if (cleans.length === 0) return { found: null, used };
  const span: Span = [sourceOf(cleans[0]!, 0), spanOf(cleans.at(-1)!, 0, cleans.at(-1)!.text.length)[1]];
  return {
    found: {
      value: cleans.map((item) => item.text.replace(/[\s;.,/]+$/, '')).filter((item) => item !== ''),
      span,
    },
    used,
  };
}

/** “- A; - B; - C”: recipients run into one line, as converters leave a cell. */
function inOneLine(clean: Clean): Clean[][] {
  const begins = [...clean.text.matchAll(/(?:^[-+*•–] *|[;,.)] ?[-+*•–] +)(?=[\p{L}\d])/gu)];
  const first = begins[0];
  if (first === undefined) return [[clean]];
  const starts = first.index > 0 ? [0, ...begins.map(endOf)] : begins.map(endOf);
  const stops = (first.index > 0 ? begins : begins.slice(1)).map(
    (mark) => mark.index + (/^[.)]/.test(mark[0]) ? 1 : 0),
  );
  return starts.map((start, i) => [cleanFrom(clean, start, stops[i] ?? clean.text.length)]);
}
const endOf = (mark: RegExpExecArray): number => mark.index + mark[0].length;

const nameWords =
  /^(?:(?:TS|ThS|PGS|GS|Đ\/c|BS|KS|LS|CK ?(?:II|I|1|2)|BSCK(?:II|I|1|2)|TTND|TTƯT|NGND|NGƯT)\.? ?|(?:Đại|Thượng|Trung|Thiếu) t(?:ướng|á) )*\p{L}\p{Ll}*(?: \p{Lu}\p{Ll}*){1,5}$/u;
const isName = (text: string): boolean => nameWords.test(text) && text.length < 45;
const positionWord =
  /(?:CHỦ TỊCH|GIÁM ĐỐC|BỘ TRƯỞNG|THỨ TRƯỞNG|TRƯỞNG|CHÁNH|BÍ THƯ|THỦ TƯỚNG|CỤC|VIỆN|HIỆU|TỔNG|CHỈ HUY|PHÓ|QUYỀN|THƯỜNG TRỰC|ỦY VIÊN)/;

function readSigners(lines: readonly FootLine[]): Found<Signer[]> {
  const signers: Signer[] = [];
  let capitals: string[] = [];
  let span: Span = [0, 0];
  for (const line of lines) {
    for (const text of signatureParts(line.clean.text)) {
      if (isCapitals(text) && text.length > 3 && !/^[-_.\s]+$/.test(text)) {
        if (
          isName(titleCase(text)) &&
          capitals.length > 0 &&
          !positionWord.test(text) &&
          !/NHÂN DÂN|ỦY BAN/.test(text) &&
          capitals.some((c) => positionWord.test(c))
        )
          signers.push(signerOf(titleCase(text), capitals));
        else capitals.push(text);
      } else if (isName(text) && (capitals.length > 0 || lines.length < 3)) {
        signers.push(signerOf(text, capitals));
        capitals = [];
      } else continue;
      const [begin, end] = spanOf(line.clean, 0, line.clean.text.length);
      span = span[1] === 0 ? [begin, end] : [Math.min(span[0], begin), Math.max(span[1], end)];
    }
  }
  return { value: signers, span };
}

/** “PHÓ CHỦ TỊCH Huỳnh Minh Tuấn” is a position and a name. */
function signatureParts(text: string): string[] {
  const found = isName(text)
    ? null
    : /^([\p{Lu}\s./]{6,}?) ((?:\p{Lu}\p{Ll}+ t(?:á|ướng) )?(?:\p{Lu}\p{Ll}+ ?){2,5})$/u.exec(text);
  return found === null ? [text] : [found[1]!, found[2]!.trim()];
}

const titleCase = (text: string): string =>
  text.toLowerCase().replace(/(^|\s)\p{L}/gu, (first) => first.toUpperCase());

/** The position is the last line of capitals, the authority the one above it. */
function signerOf(name: string, capitals: readonly string[]): Signer {
  const lines: string[] = [];
  for (const text of capitals) {
    const last = lines.at(-1);
    if (
      last !== undefined &&
      !authorityLine.test(text) &&
      !positionWord.test(text.split(' ').slice(0, 2).join(' '))
    )
      lines[lines.length - 1] = `${last} ${text}`;
    else lines.push(text);
  }
  const alone = lines.length === 1 && authorityLine.test(lines[0]!);
  return {
    name,
    position: alone ? null : normalPosition(lines.at(-1) ?? null),
    authority: (alone ? lines[0] : lines.at(-2)) ?? null,
  };
}

function normalPosition(text: string | null): string | null {
  if (text === null) return null;
  const lower = text
    .toLowerCase()
    .replace(
      /^(phó )?(chủ tịch|giám đốc|trưởng|thủ tướng|bí thư|cục trưởng|chánh|tổng|hiệu trưởng|viện trưởng)/,
      (_, deputy: string | undefined, word: string) =>
        `${deputy === undefined ? '' : 'Phó '}${word[0]!.toUpperCase()}${word.slice(1)}`,
    );
  return lower[0]!.toUpperCase() + lower.slice(1);
}
