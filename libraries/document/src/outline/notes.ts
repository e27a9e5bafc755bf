import type { DocumentMetadata, Note, OutlineEntry } from '../reading.ts';

/** What a clerk would remark on: numbers printed twice, a missing number or date, a cut text. */
export function notesOn(document: DocumentMetadata, entries: readonly OutlineEntry[], text: string): Note[] {
  const notes: Note[] = [];
  if (document.symbol === null) notes.push({ message: 'Không đọc được số, ký hiệu văn bản.', span: null });
  if (document.date === null) notes.push({ message: 'Không đọc được ngày ban hành.', span: null });
  const seen = new Set<string>();
  for (const entry of entries) {
    if (seen.has(entry.path))
      notes.push({ message: `Số mục ${entry.path} được in hai lần.`, span: entry.span });
    seen.add(entry.path);
  }
  const cut = /\[(?:\.{3}|…)\]\s*$/.exec(text.slice(-200));
  if (cut !== null)
    notes.push({ message: 'Văn bản bị cắt ở cuối.', span: [text.length - cut[0].length, text.length] });
  return notes;
}
