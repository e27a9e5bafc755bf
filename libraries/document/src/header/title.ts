import { kindEnds } from '../outline/parts.ts';
import { type Block, isCapitals } from '../text/blocks.ts';
import { type Clean, joinClean } from '../text/clean.ts';
import { endWithout } from '../text/trim.ts';
import { at, type Found } from './found.ts';
import { annexWord, kindAbbreviations, kindsInCapitals } from './kinds.ts';

export const isKindBlock = (block: Block): boolean =>
  kindsInCapitals.has(block.clean.text.replace(/[.:*]+$/, '').trim()) || kindEnds(block.clean.text);

interface Titled {
  kind: Found<string> | null;
  title: Found<string> | null;
}

/** Name of the kind, and the lines of the title under it; “V/v …” for a letter. */
export function readTitle(blocks: readonly Block[], symbol: string | null): Titled {
  const i = blocks.findIndex(isKindBlock);
  const fromSymbol = kindOfSymbol(symbol);
  if (i < 0) return letterTitle(blocks, fromSymbol);
  const line = blocks[i]!.clean;
  const exact = kindsInCapitals.get(line.text.replace(/[.:*]+$/, '').trim());
  if (exact !== undefined)
    return { kind: at(exact, line, 0, line.text.length), title: titleFrom(blocks.slice(i + 1)) };
  const end = /^[^\p{Ll}]*(?=\s\p{Lu}?\p{Ll})/u.exec(line.text)?.[0].length ?? line.text.length;
  const title = line.text.slice(end).trim();
  const begin = line.text.length - title.length;
  return {
    kind: fromSymbol === null ? null : at(fromSymbol, line, 0, end),
    title: title === '' ? titleFrom(blocks.slice(i + 1)) : at(title, line, begin, line.text.length),
  };
}

function letterTitle(blocks: readonly Block[], fromSymbol: string | null): Titled {
  const block =
    blocks.find((b) => /(?:^| )V\/[vV]:? /.test(b.clean.text)) ??
    blocks.find((b) => /^Về việc /.test(b.clean.text));
  const first = blocks[0]?.clean;
  const kind = first === undefined ? null : at(fromSymbol ?? 'Công văn', first, 0, 0);
  if (block === undefined) return { kind, title: null };
  const begin = Math.max(0, block.clean.text.search(/V\/[vV]|Về việc/));
  return { kind, title: at(block.clean.text.slice(begin), block.clean, begin, block.clean.text.length) };
}

function kindOfSymbol(symbol: string | null): string | null {
  if (symbol === null) return null;
  const short =
    /^[\d.]+\s?[-–]\s?(\p{L}+)\s?\//u.exec(symbol)?.[1] ?? /\/\s?(\p{L}+)\s?[-–]/u.exec(symbol)?.[1];
  return short === undefined ? null : (kindAbbreviations[short] ?? null);
}

/** “CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH …”: who decides, under the title of a decision. */
const isAuthority = (text: string): boolean =>
  isCapitals(text) &&
  /^(?:CHỦ TỊCH|ỦY BAN|UỶ BAN|HỘI ĐỒNG|BỘ TRƯỞNG|GIÁM ĐỐC|CỤC TRƯỞNG|TỔNG |THỦ TƯỚNG|CHÍNH PHỦ|BAN THƯỜNG VỤ|BAN CHẤP HÀNH|HIỆU TRƯỞNG|THỐNG ĐỐC)/.test(
    text,
  );

function titleFrom(blocks: readonly Block[]): Found<string> | null {
  const lines: Clean[] = [];
  for (const block of blocks) {
    const { text } = block.clean;
    if (/^[-_*\s=]*$/.test(text)) {
      if (lines.length > 0) break;
      continue;
    }
    if (/^\((?:Ban hành )?[Kk]èm theo/.test(text) || annexWord.test(text)) break;
    if (lines.length > 0 && !isCapitals(text) && isCapitals(lines[0]!.text)) break;
    if (
      lines.length > 0 &&
      isAuthority(text) &&
      !/(?:CỦA|VÀ|DO|CHO|GIỮA|TẠI|[Cc]ủa|,)$/.test(lines.at(-1)!.text)
    )
      break;
    lines.push(block.clean);
  }
  if (lines.length === 0) return null;
  const title = joinClean(lines, () => ' ');
  const end = endWithout(title.text, '-_*');
  return at(title.text.slice(0, end), title, 0, end);
}
