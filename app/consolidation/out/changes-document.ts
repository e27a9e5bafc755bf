import type { OfficialDocument } from '#app/letters/index.ts';
import { formOf } from '../as-official-document.ts';
import type { IssueLetter } from '../sentence.ts';
import type { Change } from './changes.ts';

const kinds: Record<Change['is'], string> = {
  added: 'Bổ sung',
  changed: 'Sửa',
  'left-out': 'Bỏ',
  moved: 'Chuyển mục',
  form: 'Sửa thể thức',
};
const day = (date: string | null) => (date ? ` ngày ${date.split('-').reverse().join('/')}` : '');

/** The list of changes as an official document of its own, to be put with the corrected report. */
export function changesDocument(
  letter: IssueLetter,
  before: IssueLetter,
  changes: readonly Change[],
  { reason, year }: { reason: string; year: number },
): OfficialDocument {
  const old = `Báo cáo số ${before.number ?? '...'}/${before.notation}${day(before.date)}`;
  const columns = [
    { header: 'TT', width: 5, align: 'center' as const },
    { header: 'Mục', width: 17 },
    { header: 'Loại', width: 10 },
    { header: 'Nội dung đã ban hành', width: 33 },
    { header: 'Nội dung sửa đổi', width: 35 },
  ];
  const rows = changes.map((one, n) => [
    String(n + 1),
    one.place,
    kinds[one.is],
    one.before,
    one.reason ? `${one.after} (Lý do: ${one.reason})`.trim() : one.after,
  ]);
  return {
    ...formOf(letter, year),
    title: `Những nội dung sửa đổi so với ${old}`,
    addressees: letter.addressees,
    bases: [],
    body: [
      { kind: 'paragraph', text: `Lý do sửa đổi: ${reason.replace(/[.;\s]+$/, '')}.` },
      rows.length
        ? { kind: 'table', columns, rows }
        : { kind: 'paragraph', text: 'Chưa có nội dung nào khác bản đã ban hành.' },
    ],
  };
}
