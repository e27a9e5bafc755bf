import { type CellCounts, cellOf, countCells } from '#app/duties/four-cells.ts';
import { showDate } from '#libraries/calendar/index.ts';
import { type DutyPart, type Entry, firstWords, type Offer } from './prefill.ts';
import { asParagraph, asSentence, type Slot } from './report.ts';

/** What an agency is stuck with, or why it asked for a later day. */
export type Said = { id: string; dutyId: string; path: string; words: string };

export type Overview = {
  agencyName: string;
  /** null: no plan asks for the report, it tells of all duties. */
  planLabel: string | null;
  window: { from: string; to: string };
  /** The cut-off, or today while the period runs. */
  asOf: string;
  parts: readonly (DutyPart & { stoppedOn?: string | null })[];
  /** What was written down inside the window. */
  entries: readonly Entry[];
  difficulties: readonly Said[];
  extensions: readonly Said[];
};

type Told = { key: string; text: string; dutyIds: readonly string[] };
const most = 10;

/**
 * Sentences the program writes over all duties of an agency, for the slots that ask for them: how they stand, what
 * was done, what is late and why, what comes next, what it is stuck with. Each names the duties it stands on.
 */
export function prefillOverview(slots: readonly Slot[], about: Overview, newId: () => string): Offer[] {
  return slots.flatMap((slot) => {
    const tell = slot.takes && tellers[slot.takes.by as keyof typeof tellers];
    if (!slot.writes || !tell || !about.parts.length) return [];
    return tell(about).map(({ key, text, dutyIds }) => {
      const sources = dutyIds.slice(0, 200).map((dutyId) => ({ dutyId, progressEntryId: null }));
      return { ...asParagraph({ id: newId(), slot: slot.key, text, sources }), key };
    });
  });
}

const tellers = {
  standing: ({ parts, agencyName, planLabel, asOf }: Overview): Told[] => {
    const counts = countCells(parts.map(measured), asOf);
    const ordered = parts.filter((part) => !part.isRequest).length;
    const given = [
      ordered ? `được giao ${two(ordered)} nhiệm vụ` : '',
      counts.request ? `được đề nghị phối hợp ${two(counts.request)} việc` : '',
    ].filter(Boolean);
    const stand = ordered ? `, trong đó ${inWords(counts)}` : '';
    const text = `Tính đến ngày ${showDate(asOf)}, ${agencyName} ${given.join(' và ')}${planLabel ? ` theo ${planLabel}` : ''}${stand}.`;
    return [{ key: 'standing', text, dutyIds: parts.map((part) => part.dutyId) }];
  },
  done: ({ parts, entries, window, asOf }: Overview): Told[] => {
    const inWindow = ({ completedOn }: DutyPart) =>
      completedOn !== null && window.from <= completedOn && completedOn <= window.to;
    const done = parts.filter(inWindow);
    const inTime = done.filter((part) => cellOf(measured(part), asOf) === 'done-in-time').length;
    const working = parts.filter(
      (part) => !inWindow(part) && entries.some((entry) => entry.dutyId === part.dutyId),
    );
    const told = [
      done.length &&
        `hoàn thành ${two(done.length)} nhiệm vụ${inTime ? ` (${two(inTime)} đúng hạn)` : ''}: ${listed(done)}`,
      working.length && `triển khai có kết quả ${two(working.length)} nhiệm vụ: ${listed(working)}`,
    ].filter(Boolean);
    if (!told.length) return [];
    const dutyIds = [...done, ...working].map((part) => part.dutyId);
    return [{ key: 'done', text: `Trong kỳ đã ${told.join('; ')}.`, dutyIds }];
  },
  late: ({ parts, asOf }: Overview): Told[] => {
    const late = parts.filter((part) => cellOf(measured(part), asOf) === 'open-late');
    if (late.length)
      return late.slice(0, most).map((part) => ({
        key: `late:${part.dutyId}`,
        text: `${named(part)} quá hạn từ ngày ${showDate(part.dueOn!)}: ${asSentence(firstWords(part.text))}`,
        dutyIds: [part.dutyId],
      }));
    const text = `Tính đến ngày ${showDate(asOf)}, không có nhiệm vụ quá hạn.`;
    return [{ key: 'none-late', text, dutyIds: parts.map((part) => part.dutyId) }];
  },
  causes: ({ extensions, difficulties }: Overview): Told[] =>
    [
      ...extensions.map((one) => ({
        ...one,
        text: `Xin gia hạn ${lower(named(one))}: ${asSentence(one.words)}`,
      })),
      ...difficulties.map((one) => ({
        ...one,
        text: `${named(one)} gặp khó khăn: ${asSentence(one.words)}`,
      })),
    ]
      .slice(0, most)
      .map(({ id, dutyId, text }) => ({ key: `cause:${id}`, text, dutyIds: [dutyId] })),
  ahead: ({ parts }: Overview): Told[] => {
    const open = parts.filter((part) => part.state !== 'completed' && part.state !== 'paused');
    if (!open.length) return [];
    const text = `Tiếp tục thực hiện ${two(open.length)} nhiệm vụ: ${listed(open)}.`;
    return [{ key: 'ahead', text, dutyIds: open.map((part) => part.dutyId) }];
  },
  difficulties: ({ difficulties }: Overview): Told[] =>
    difficulties.slice(0, most).map(({ id, dutyId, words, ...one }) => ({
      key: `difficulty:${id}`,
      text: `Đề nghị xem xét, tháo gỡ khó khăn của ${lower(named(one))}: ${asSentence(words)}`,
      dutyIds: [dutyId],
    })),
};

const measured = (part: Overview['parts'][number]) => ({
  state: part.state as Parameters<typeof cellOf>[0]['state'],
  completedOn: part.completedOn,
  stoppedOn: part.stoppedOn ?? null,
  dueOn: part.dueOn,
  isRequest: part.isRequest,
});

/** Cells in which there is something: a report tells what is, and "00" four times over says nothing. */
const inWords = (counts: CellCounts): string =>
  (
    [
      ['done-in-time', 'hoàn thành đúng hạn'],
      ['done-late', 'hoàn thành quá hạn'],
      ['open-in-time', 'đang thực hiện trong hạn'],
      ['open-late', 'đang thực hiện quá hạn'],
    ] as const
  )
    .filter(([cell]) => counts[cell] > 0)
    .map(([cell, words]) => `${two(counts[cell])} ${words}`)
    .join(', ');

/** '04': official documents print a number below ten with a zero. */
const two = (n: number): string => String(n).padStart(2, '0');
const named = ({ path }: { path: string }): string => (path ? `Nhiệm vụ ${path}` : 'Nhiệm vụ được giao');
const lower = (text: string): string => text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);

const listed = (parts: readonly DutyPart[]): string => {
  const shown = parts
    .slice(0, most)
    .map(({ path, text, dueOn }) =>
      [path || firstWords(text, 12).replace(/[.;]$/, ''), dueOn && `hạn ${showDate(dueOn)}`]
        .filter(Boolean)
        .join(', '),
    )
    .join('; ');
  return parts.length > most ? `${shown} và ${parts.length - most} nhiệm vụ khác` : shown;
};
