import type { CitedPlan, LetterContent, LetterFrame } from './letter-facts.ts';
import { bare, dutyTable, fullOf, letterOf, paragraph, shortDay, shortOf } from './wording.ts';

/** How work stands, counted as everywhere: the four cells, what is only asked for, what has no day. */
export type ReportFacts = {
  /** Null: all published documents. */
  plan: CitedPlan | null;
  counts: {
    'done-in-time': number;
    'done-late': number;
    'open-in-time': number;
    'open-late': number;
    request: number;
  };
  /** Ordered work past its day, the longest first. */
  late: { text: string; path: string; plan: CitedPlan; holders: string; dueOn: string }[];
  /** Difficulties that wait for an answer. */
  difficulties: { agencyName: string; words: string }[];
};

const percent = (part: number, whole: number): string =>
  `${(Math.round((part * 1000) / whole) / 10).toString().replace('.', ',')}%`;

/** The numbers in sentences; the share that is done in time only where something is done. */
function countsInWords({ counts }: ReportFacts): string[] {
  const done = counts['done-in-time'] + counts['done-late'];
  const open = counts['open-in-time'] + counts['open-late'];
  const all = done + open;
  if (!all) return ['Chưa có nhiệm vụ nào được giao.'];
  return [
    `Tổng số nhiệm vụ đã giao: ${all}. Đã hoàn thành ${done} (đúng hạn ${counts['done-in-time']}, quá hạn ${counts['done-late']}); đang thực hiện ${open} (trong hạn ${counts['open-in-time']}, quá hạn ${counts['open-late']}).`,
    `Tỷ lệ hoàn thành trên tổng số giao: ${percent(done, all)}${done ? `; tỷ lệ đúng hạn trên số đã hoàn thành: ${percent(counts['done-in-time'], done)}` : ''}.`,
    ...(counts.request
      ? [`Ngoài ra có ${counts.request} nội dung đề nghị phối hợp, không tính vào tỷ lệ đúng hạn.`]
      : []),
  ];
}

/** Báo cáo tình hình thực hiện: to the one above, from the figures as they stand. */
export function draftReport(frame: LetterFrame, facts: ReportFacts): LetterContent {
  const { plan, late, difficulties } = facts;
  const above = frame.superior || plan?.issuer || '…';
  const subject = plan ? shortOf(plan) : 'các nhiệm vụ được giao';
  const rows = late.map((one) => [
    `${bare(one.text)} (${[one.path && `mục ${one.path}`, shortOf(one.plan)].filter(Boolean).join(' ')})`,
    one.holders,
    shortDay(one.dueOn),
  ]);
  return letterOf(frame, {
    abbreviation: 'BC',
    kind: 'Báo cáo',
    title: `Tình hình thực hiện ${subject} đến ngày ${shortDay(frame.today)}`,
    addressees: [above],
    body: [
      paragraph(
        `${plan ? `Thực hiện ${fullOf(plan)}, ` : ''}${frame.issuer} báo cáo tình hình thực hiện nhiệm vụ đến ngày ${shortDay(frame.today)} như sau:`,
      ),
      { kind: 'heading', level: 1, text: 'Tình hình chung' },
      ...countsInWords(facts).map(paragraph),
      { kind: 'heading', level: 1, text: 'Nhiệm vụ quá hạn' },
      ...(rows.length
        ? [
            paragraph(`Có ${facts.counts['open-late']} nhiệm vụ đang thực hiện đã qua thời hạn:`),
            dutyTable(['Nhiệm vụ', 'Cơ quan chủ trì', 'Hạn'], rows, [7, 4, 2.4]),
          ]
        : [paragraph('Không có nhiệm vụ quá hạn.')]),
      { kind: 'heading', level: 1, text: 'Khó khăn, vướng mắc' },
      ...(difficulties.length
        ? difficulties.map((one) => ({
            kind: 'item' as const,
            text: `${one.agencyName}: ${bare(one.words)}.`,
          }))
        : [paragraph('Chưa có khó khăn, vướng mắc nào đang chờ trả lời.')]),
      { kind: 'heading', level: 1, text: 'Đề xuất, kiến nghị' },
      paragraph('…'),
    ],
  });
}
