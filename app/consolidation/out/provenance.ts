import { agencySources, type Sentence, type Source } from '../sentence.ts';
import { vietnameseDay } from './annexes.ts';
import type { CellValue, SheetOf } from './sheet.ts';

type Duty = { id: string; path: string; text: string };
export type ProvenanceFacts = {
  slots: readonly { key: string; heading: string }[];
  sentences: readonly Sentence[];
  duties: ReadonlyMap<string, Duty>;
  /** By '<report>:<filing>'. */
  filings: ReadonlyMap<string, { sha256: string; filedAt: Date }>;
};

const own: Record<Exclude<Source['kind'], 'agency-report'>, string> = {
  figures: 'Chương trình đếm nhiệm vụ tại ngày chốt',
  board: 'Chương trình đếm báo cáo đã nhận',
  values: 'Tổng hợp chỉ tiêu của các cơ quan',
};

/** A row for each source of each sentence: who said it, in which filing, in which words, for which duty of the plan. */
export function provenanceSheet({ slots, sentences, duties, filings }: ProvenanceFacts): SheetOf {
  const rows = slots.flatMap((slot) =>
    sentences
      .filter((one) => one.slot === slot.key)
      .flatMap((one, n) => rowsOf(one, `${slot.key}.${n + 1}`, `${slot.key}. ${slot.heading}`)),
  );
  return { name: 'Nguồn từng câu', columns, rows };

  function rowsOf(one: Sentence, number: string, place: string): CellValue[][] {
    const first: CellValue[] = [number, place, one.text];
    if (!one.sources.length)
      return [
        [...first, one.isEditorial ? 'Biên tập' : 'Không có nguồn', null, null, null, null, null, null],
      ];
    return one.sources.map((source, n) => {
      const start = n ? [number, null, null] : first;
      if (source.kind !== 'agency-report')
        return [...start, own[source.kind], null, null, null, null, null, null];
      const filing = filings.get(`${source.agencyReportId}:${source.filing}`);
      const told = agencySources([source]).flatMap((each) =>
        each.duties.flatMap(({ dutyId }) => duties.get(dutyId) ?? []),
      );
      return [
        ...start,
        source.agency,
        source.filing,
        filing ? vietnameseDay(filing.filedAt) : null,
        filing?.sha256 ?? null,
        source.text,
        told.map(({ path }) => path).join('; ') || null,
        told.map(({ text }) => text).join('\n') || null,
      ];
    });
  }
}

const columns = [
  { title: 'Câu', width: 9 },
  { title: 'Mục', width: 26 },
  { title: 'Câu trong báo cáo', width: 60 },
  { title: 'Nguồn', width: 30 },
  { title: 'Lần gửi', width: 9 },
  { title: 'Ngày gửi', width: 13 },
  { title: 'Mã SHA-256 của bản gửi', width: 30 },
  { title: 'Câu của cơ quan', width: 60 },
  { title: 'Nhiệm vụ', width: 14 },
  { title: 'Lời của kế hoạch', width: 60 },
];
