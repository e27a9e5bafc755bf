import { type Slot, tellsOfDuties } from '#app/reports/index.ts';
import { attribute, namesAgency } from './attribute.ts';
import { foldAlike } from './fold-alike.ts';
import type { AgencySource, DraftSentence, Figures } from './sentence.ts';

/** An agency's paragraph as filed, and where it belongs. */
export type Filed = AgencySource & { slot: string };
export type Standing = {
  /** null: no plan asks for the report. */
  planLabel: string | null;
  figures: Figures;
  /** The day up to which reports were counted. */
  asOf: string;
  expected: number;
  /** Names of those that did not report. */
  missing: readonly string[];
};

/**
 * The draft by the outline: the program's own sentences first, then the figures, then what the agencies say, folded,
 * slot by slot. `values`: a sentence for each indicator that somebody reported.
 */
export function draftSentences(
  slots: readonly Slot[],
  filed: readonly Filed[],
  standing: Standing,
  values: readonly DraftSentence[] = [],
): DraftSentence[] {
  const bySlot = Map.groupBy(filed, (one) => one.slot);
  const writing = slots.filter((slot) => slot.writes);
  const own = writing[0] ? overview(writing[0].key, standing) : [];
  return writing.flatMap((slot) => {
    const told = toldUnder(slot.key, bySlot.get(slot.key) ?? []);
    const first = [...own, ...values].filter((sentence) => sentence.slot === slot.key);
    return told.length || first.length ? [...first, ...told] : [nothingUnder(slot)];
  });
}

/**
 * What agencies say under a heading, what they say alike folded. A list stays whole: the words that open it and its
 * points stand one behind the other as filed; points that nothing opens are told as sentences.
 */
function toldUnder(slot: string, filed: readonly Filed[]): DraftSentence[] {
  const isPoint = (one: Filed | undefined, of: Filed) =>
    one?.form === 'point' && one.agencyReportId === of.agencyReportId;
  const opens = filed.map((one, index) => one.form !== 'point' && isPoint(filed[index + 1], one));
  const listed = new Set<Filed>();
  filed.forEach((one, index) => {
    const before = filed[index - 1];
    const follows = isPoint(one, one) && before && before.agencyReportId === one.agencyReportId;
    if (follows && (opens[index - 1] || listed.has(before))) listed.add(one);
  });
  const alone = new Set(filed.filter((one, index) => opens[index] || listed.has(one)));
  return foldAlike(
    filed,
    (one) => one.text,
    (one) => alone.has(one) || namesItself(one),
  ).map((group) => {
    const [first] = group as [Filed];
    const sources = group.map(({ slot: _slot, ...source }) => source);
    if (listed.has(first))
      return { slot, text: first.text, marks: first.marks ?? [], form: 'point' as const, sources };
    const said = attribute(sources);
    // 'kết quả cụ thể:' opens the list that follows.
    const text = alone.has(first) ? said.text.replace(/\.$/, /:$/.test(first.text) ? ':' : '.') : said.text;
    return { slot, ...said, text, sources };
  });
}

/** What tells of one agency by its name is its own, however alike the sentence of another is. */
const namesItself = ({ text, agency }: Filed): boolean => namesAgency(text, agency);

/** A count as documents print it: 05, 12. */
const count = (value: number): string => String(value).padStart(2, '0');
const shortDay = (day: string): string => day.split('-').reverse().join('/');

function overview(slot: string, standing: Standing): DraftSentence[] {
  const { figures, expected, missing, planLabel } = standing;
  const { cells } = figures;
  const requests = cells.request ? `; ${count(cells.request)} đề nghị phối hợp được theo dõi riêng` : '';
  const received = `Đến ngày ${shortDay(standing.asOf)}, ${count(expected - missing.length)}/${count(expected)} cơ quan đã gửi báo cáo`;
  const given = planLabel
    ? `${planLabel} giao ${count(figures.duties)} nhiệm vụ`
    : `Các cơ quan được giao ${count(figures.duties)} nhiệm vụ`;
  const counted: DraftSentence[] = [
    {
      slot,
      text:
        `${given}. Tính đến ngày ${shortDay(figures.asOf)}: ` +
        `hoàn thành đúng hạn ${count(cells['done-in-time'])}, hoàn thành quá hạn ${count(cells['done-late'])}, ` +
        `đang thực hiện trong hạn ${count(cells['open-in-time'])}, đang thực hiện quá hạn ${count(cells['open-late'])}${requests}.`,
      sources: [{ kind: 'figures', about: 'four-cells' }],
    },
  ];
  return [
    // Without a plan and without duties there is nothing to count.
    ...(planLabel || figures.duties ? counted : []),
    {
      slot,
      text: missing.length
        ? `${received}. Chưa nhận được báo cáo của ${count(missing.length)} cơ quan: ${missing.join('; ')}.`
        : `${received}.`,
      sources: [{ kind: 'board', about: 'received' }],
    },
  ];
}

/** An empty heading says that it is empty: a gap is shown, not hidden. */
const nothingUnder = (slot: Slot): DraftSentence => ({
  slot: slot.key,
  text: tellsOfDuties(slot)
    ? 'Các cơ quan chưa báo cáo kết quả ở nhóm nhiệm vụ này trong kỳ.'
    : 'Các cơ quan không có nội dung báo cáo ở mục này.',
  sources: [{ kind: 'board', about: `nothing:${slot.key}` }],
});
