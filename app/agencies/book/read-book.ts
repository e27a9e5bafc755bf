import { strFromU8, type UnzipFileInfo, unzipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/node';
import { limits } from '#app/intake/index.ts';
import { invalid } from '#app/platform/problem.ts';
import type { Cell, RawSheet } from './book-sheets.ts';

/** Rows a book may have; a province has some 1,500 agencies. */
const MOST_ROWS = 30_000;
/** Unpacked, in bytes: a small file must not fill the memory. */
const UNPACKED = 80 * 1024 * 1024;

const notABook = () =>
  invalid('Tệp này không phải sổ Excel .xlsx, hoặc đã hỏng: hãy lưu lại thành .xlsx rồi gửi.');
const tooLarge = () => invalid('Tệp Excel quá lớn: danh mục có nhiều nhất 30.000 dòng, hãy chia nhỏ.');

/** The sheets of an XLSX file with what was merged in them. @throws Problem 422 when it is none, or too large */
export async function readBook(bytes: Buffer): Promise<RawSheet[]> {
  const merged = mergedRanges(bytes);
  const read = await readXlsxFile(bytes).catch(() => {
    throw notABook();
  });
  if (read.reduce((sum, { data }) => sum + data.length, 0) > MOST_ROWS) throw tooLarge();
  return read.map(({ sheet, data }) => ({
    name: sheet,
    rows: data as unknown as Cell[][],
    merged: merged.get(sheet) ?? [],
  }));
}

function mergedRanges(bytes: Buffer): Map<string, string[]> {
  const files = unpack(bytes);
  const text = (path: string) => (files[path] ? strFromU8(files[path]) : '');
  const targets = new Map(
    [...text('xl/_rels/workbook.xml.rels').matchAll(/<Relationship\b[^>]*>/g)].map(([tag]) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target').replace(/^\/?(xl\/)?/, 'xl/'),
    ]),
  );
  return new Map(
    [...text('xl/workbook.xml').matchAll(/<sheet\b[^>]*>/g)].map(([tag]) => {
      const sheet = text(targets.get(attribute(tag, 'r:id')) ?? '');
      const ranges = [...sheet.matchAll(/<mergeCell\b[^>]*>/g)].map(([cell]) => attribute(cell, 'ref'));
      return [plainly(attribute(tag, 'name')), ranges];
    }),
  );
}

function unpack(bytes: Buffer): Record<string, Uint8Array> {
  let [entries, total] = [0, 0];
  const wanted = ({ name, originalSize }: UnzipFileInfo) => {
    entries += 1;
    total += originalSize;
    if (entries > limits.unpackedEntries || total > UNPACKED) throw tooLarge();
    return /^xl\/(workbook\.xml|_rels\/|worksheets\/[^/]+\.xml)/.test(name);
  };
  try {
    return unzipSync(bytes, { filter: wanted });
  } catch (error) {
    throw error instanceof Error && error.name === 'Problem' ? error : notABook();
  }
}

const attribute = (tag: string, name: string): string =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '';

const plainly = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => entities[name as keyof typeof entities]);
const entities = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
