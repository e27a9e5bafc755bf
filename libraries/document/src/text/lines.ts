import { type Clean, cleanFrom, emptyClean } from './clean.ts';

export type LineForm = 'text' | 'blank' | 'bar' | 'pipes' | 'page' | 'rule';

/** One printed line; `begin`..`end` include its line break, so that the lines cover the source exactly once. */
export interface Line {
  begin: number;
  end: number;
  form: LineForm;
  clean: Clean;
  /** Spaces before the first word. */
  indent: number;
  /** Set as a heading or in bold by Markdown marks. */
  marked: boolean;
  /** A blank line stands before it. */
  afterBlank: boolean;
  /** A page ends before it. */
  afterPage: boolean;
}

const dirty = /[*\\#`\u00a0\t\u00ad\u200b-\u200f\u2060\ufeff\r\f\v]| {2}/;
const blanks = /^[\s\u00a0*#\\\u200b-\u200f\u2060\ufeff>]*$/;

/** After this: each line has its words without marks and knows its offsets. */
export function toLines(text: string): Line[] {
  const lines: Line[] = [];
  let blank = true;
  let page = false;
  for (let begin = 0; begin < text.length; ) {
    const at = text.indexOf('\n', begin);
    const end = at < 0 ? text.length : at + 1;
    const before = lines[lines.length - 1];
    if (before?.form === 'blank' && isBlank(text, begin, end)) {
      before.end = end;
      begin = end;
      continue;
    }
    const line = readLine(text, begin, end);
    line.afterBlank = blank;
    line.afterPage = page;
    lines.push(line);
    if (line.form === 'page') page = true;
    else if (line.form !== 'blank') page = false;
    else if (text.charCodeAt(begin) === 12) page = true;
    blank = line.form === 'blank' || (blank && line.form === 'page');
    begin = end;
  }
  return lines;
}

/** Blank lines in a row are one. */
function isBlank(text: string, begin: number, end: number): boolean {
  for (let i = begin; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code !== 32 && code !== 10 && code !== 13 && code !== 9 && code !== 0xa0) return false;
  }
  return true;
}

function readLine(text: string, begin: number, end: number): Line {
  const raw = text.slice(begin, end);
  const line: Line = {
    begin,
    end,
    form: 'blank',
    clean: emptyClean,
    indent: 0,
    marked: false,
    afterBlank: false,
    afterPage: raw.charCodeAt(0) === 12,
  };
  if (blanks.test(raw)) return line;
  line.indent = indentOf(raw);
  line.marked = isMarked(raw, line.indent);
  line.clean = cleanLine(raw, begin);
  line.form = line.clean.text === '' ? 'blank' : formOf(line.clean.text);
  return line;
}

function indentOf(raw: string): number {
  let indent = 0;
  for (let i = 0; i < raw.length; i++) {
    const code = raw.charCodeAt(i);
    if (code === 9) indent += 4;
    else if (code === 32 || code === 0xa0) indent++;
    else if (code !== 12) break;
  }
  return indent;
}

const isMarked = (raw: string, indent: number): boolean =>
  raw.charCodeAt(indent) === 35 || (raw.startsWith('**', indent) && !raw.startsWith('** **', indent));

function formOf(text: string): LineForm {
  const first = text.charCodeAt(0);
  if (first === 124) {
    if (/^\|[\s|]*$/.test(text)) return text.replace(/\s/g, '') === '|' ? 'bar' : 'pipes';
    return text.indexOf('|', 1) > 0 ? 'pipes' : 'text';
  }
  const isDigit = first >= 48 && first <= 57;
  if (isDigit && text.length <= 4 && /^\d+$/.test(text)) return 'page';
  if ((isDigit || first === 45 || first === 84 || first === 8211) && text.length <= 16 && pageLine.test(text))
    return 'page';
  if (
    (first === 45 || first === 95 || first === 61 || first === 8212) &&
    /^[-_=—–]{3,}$/.test(text.replace(/\s/g, ''))
  )
    return 'rule';
  return 'text';
}

const pageLine = /^(?:[-–] ?\d{1,4} ?[-–]|(?:Trang|Page) \d{1,4}(?: ?[/|] ?\d{1,4})?|\d{1,4} ?\/ ?\d{1,4})$/i;

/** Drops Markdown marks and runs of spaces; keeps an asterisk that opens a list item. */
function cleanLine(raw: string, begin: number): Clean {
  if (!dirty.test(raw)) return trimmed(raw, begin);
  const out: string[] = [];
  const at: number[] = [];
  let size = 0;
  let from = -1;
  const flush = (to: number): void => {
    if (from < 0) return;
    at.push(size, begin + from);
    out.push(raw.slice(from, to));
    size += to - from;
    from = -1;
  };
  let space = true;
  for (let i = 0; i < raw.length; i++) {
    const drop = dropped(raw, i, size === 0 && from < 0);
    if (drop === 'mark') flush(i);
    else if (drop === 'space') {
      if (space) flush(i);
      else if (raw.charCodeAt(i) === 32) {
        if (from < 0) from = i;
        flush(i + 1);
      } else {
        flush(i);
        at.push(size, begin + i);
        out.push(' ');
        size++;
      }
      space = true;
    } else {
      if (from < 0) from = i;
      space = false;
    }
  }
  flush(raw.length);
  const text = out.join('');
  const clean = { text, at };
  return space && size > 0 ? cleanFrom(clean, 0, text.trimEnd().length) : clean;
}

function trimmed(raw: string, begin: number): Clean {
  const text = raw.trim();
  return { text, at: text === '' ? [] : [0, begin + raw.length - raw.trimStart().length] };
}

/** What to do with the unit at `i`: keep it, or drop it as a mark or as space. */
function dropped(raw: string, i: number, atStart: boolean): 'mark' | 'space' | null {
  const code = raw.charCodeAt(i);
  if (code > 42 && code < 92) return null;
  if (code === 32 || code === 9 || code === 10 || code === 13 || code === 11 || code === 12 || code === 0xa0)
    return 'space';
  if (code === 42)
    return atStart && raw.charCodeAt(i + 1) === 32 && !raw.includes('*', i + 1) ? null : 'mark';
  if (code === 92) return 'mark';
  if (code === 35) return atStart ? 'mark' : null;
  if (code === 96) return 'mark';
  if (code === 0xad || code === 0xfeff || code === 0x2060 || (code >= 0x200b && code <= 0x200f))
    return 'mark';
  return null;
}
