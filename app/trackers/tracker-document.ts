import { ownDocument, type ReadText } from '#app/documents/index.ts';
import type { Span } from '#libraries/document/index.ts';
import type { TrackerRow } from './tracker-rows.ts';

const clear = { state: 'missing', value: null, reason: null } as const;
const noEvidence = {
  holders: [],
  coordinators: [],
  lead: null,
  request: null,
  deadline: null,
  reportTo: null,
  product: null,
};

/** A document made of the rows of a tracker, so that each duty has the words it stands on. All is confirmed: a person confirms the import. */
export function trackerDocument(
  name: string,
  today: string,
  rows: readonly TrackerRow[],
  by: string,
): ReadText {
  let text = `BẢNG THEO DÕI NHIỆM VỤ\n${name}\n`;
  const spans: Span[] = rows.map((row) => {
    text += `\n${row.path ? `${row.path}. ` : ''}`;
    const begin = text.length;
    text += row.text;
    const span: Span = [begin, text.length];
    text += `\n${aside(row)}\n`;
    return span;
  });
  return ownDocument(
    { kind: 'Bảng theo dõi', title: name, text },
    today,
    rows.map((row, index) => reviewed(row, spans[index]!, index, by)),
  );
}

/** What else the row says, under its task. */
const aside = (row: TrackerRow): string =>
  [
    `Chủ trì: ${row.holders.join('; ')}`,
    row.coordinators.length ? `Phối hợp: ${row.coordinators.join('; ')}` : null,
    row.deadline ? `Thời hạn: ${row.deadline.words}` : null,
    row.product ? `Sản phẩm: ${row.product}` : null,
    row.document ? `Văn bản giao: ${row.document}` : null,
    row.progress ? `Tiến độ: ${row.progress}` : null,
    row.note ? `Ghi chú: ${row.note}` : null,
  ]
    .filter(Boolean)
    .join('\n');

function reviewed(row: TrackerRow, span: Span, index: number, by: string) {
  return {
    id: `d${index + 1}`,
    start: row.text.slice(0, 60),
    text: row.text,
    span,
    path: row.path || null,
    holders: row.holders,
    coordinators: row.coordinators,
    lead: true,
    request: false,
    deadline: row.deadline ? { text: row.deadline.words, span: null } : null,
    reportTo: null,
    product: row.product || null,
    evidence: noEvidence,
    confidence: 1,
    doubts: [],
    serves: [],
    sixClear: {
      person: clear,
      work: clear,
      time: clear,
      responsibility: clear,
      product: clear,
      authority: clear,
    },
    confirmed: true,
    correctedBy: by,
    asRead: null,
    removed: false,
    added: true,
  };
}
