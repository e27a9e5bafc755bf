import type { LedgerBook, LedgerEvent, Said } from '#app/ledger/index.ts';
import type { AssignmentState } from '../assignment.ts';
import { stateWords } from '../duty-words-of-state.ts';
import type { Signal } from '../signal/signal.ts';
import { signalWords } from '../signal/signal.words.ts';
import { changesOfDuty, type DutyHistory, type EntryHistory, startDuty, stepDuty } from './duty-history.ts';
import { compareDuties, dutiesOfAgency, titleOfDuty } from './history.store.ts';
import { mayUndoDuty, removedProgress, undoDuty } from './undo-duty.ts';

const fields: Record<string, Said> = {
  state: { vi: 'trạng thái', en: 'state' },
  receivedAt: { vi: 'tiếp nhận lúc', en: 'received at' },
  completedAt: { vi: 'báo hoàn thành lúc', en: 'reported done at' },
  confirmedAt: { vi: 'xác nhận lúc', en: 'confirmed at' },
  dueOn: { vi: 'hạn', en: 'due day' },
  entry: { vi: 'dòng tiến độ', en: 'progress entry' },
  signal: { vi: 'tự đánh giá', en: 'own judgement' },
  milestone: { vi: 'mốc', en: 'milestone' },
  reachedOn: { vi: 'ngày đạt mốc', en: 'milestone reached on' },
  rhythm: { vi: 'kỳ thực hiện', en: 'rhythm' },
};

/** What a duty's lines changed, how they are taken back, and what its rows must say. */
export const dutyHistoryBook: Pick<
  LedgerBook,
  'titleOf' | 'ofAgency' | 'changes' | 'fieldName' | 'showValue' | 'undo' | 'mayUndo' | 'removed' | 'replay'
> = {
  titleOf: titleOfDuty,
  ofAgency: dutiesOfAgency,
  changes: changesOfDuty,
  fieldName: (field, chain) => {
    const [id, name] = field.split(':') as [string, string];
    const known = fields[name] ?? { vi: name, en: name };
    const agency = agencyOf(chain, id);
    return agency ? { vi: `${agency}: ${known.vi}`, en: `${agency}: ${known.en}` } : known;
  },
  showValue: (field, value) => {
    if (value === null) return null;
    const name = field.split(':')[1];
    if (name === 'state')
      return { vi: stateWords.vi[value as AssignmentState], en: stateWords.en[value as AssignmentState] };
    if (name === 'entry') {
      const { note } = value as EntryHistory;
      return { vi: note, en: note };
    }
    if (name === 'signal') {
      const { signal, sentence } = value as { signal: Signal; sentence: string };
      return {
        vi: `${signalWords.vi.levels[signal]}: ${sentence}`,
        en: `${signalWords.en.levels[signal]}: ${sentence}`,
      };
    }
    if (name === 'rhythm') {
      const { words } = value as { words: string };
      return { vi: words, en: words };
    }
    if (name?.endsWith('At')) return showMoment(String(value));
    return null;
  },
  undo: undoDuty,
  mayUndo: async (_tx, viewer) => mayUndoDuty(viewer),
  removed: removedProgress,
  replay: {
    start: startDuty,
    step: (history: DutyHistory, line) => stepDuty(history, line),
    compare: compareDuties,
  },
};

/** The agency of a part or of an entry, as the line that first named it says. */
const agencyOf = (chain: readonly LedgerEvent[], id: string): string | undefined =>
  chain.find(({ payload }) => payload.assignmentId === id || payload.entryId === id)?.payload.agency as
    | string
    | undefined;

function showMoment(instant: string): Said {
  const text = new Intl.DateTimeFormat('vi-VN', {
    timeZone: 'Asia/Ho_Chi_Minh',
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(new Date(instant));
  return { vi: text, en: text };
}
