import type { LedgerBook } from '#app/ledger/index.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { conflict } from '#app/platform/problem.ts';
import { mayAskBack, mayReadAsk } from './ask.policy.ts';
import { dropLastTurn, getAsk, setAsk } from './ask.store.ts';
import type { AskState } from './ask.ts';

const states: Record<AskState, { vi: string; en: string }> = {
  open: { vi: 'chờ trả lời', en: 'open' },
  answered: { vi: 'đã trả lời', en: 'answered' },
  closed: { vi: 'đã khép', en: 'closed' },
};
const because = (reason: unknown) => (reason ? `: “${reason}”` : '');

/** What was asked back of an agency; its words are read on its page, by those who may. */
export const askBook: LedgerBook = {
  subjectKind: 'ask',
  name: { vi: 'Câu hỏi lại cơ quan', en: 'Question asked back' },
  mayRead: async (tx, viewer, id) => mayReadAsk.allows(viewer, await getAsk(tx, id)),
  pageOf: (id) => `/asks/${id}`,
  titleOf: async (tx, id) => `Hỏi lại ${(await getAsk(tx, id)).agency}`,
  fieldName: (field) =>
    field === 'dueOn' ? { vi: 'hạn trả lời', en: 'due day' } : { vi: 'tình trạng', en: 'state' },
  showValue: (field, value) => (field === 'state' ? (states[value as AskState] ?? null) : null),
  wordings: {
    'ask.asked': {
      vi: (p) => `hỏi lại ${p.agency}, hạn trả lời ${p.dueOn}`,
      en: (p) => `asked ${p.agency}, to be answered by ${p.dueOn}`,
    },
    'ask.asked-further': { vi: (p) => `hỏi tiếp ${p.agency}`, en: (p) => `asked ${p.agency} further` },
    'ask.answered': { vi: (p) => `trả lời thay ${p.agency}`, en: (p) => `answered for ${p.agency}` },
    'ask.closed': {
      vi: (p) => `khép câu hỏi lại ${p.agency}${because(p.reason)}`,
      en: (p) => `closed the question to ${p.agency}${because(p.reason)}`,
    },
  },
  undo: {
    'ask.closed': async ({ tx, viewer, subjectId }, _line, changes) => {
      requirePolicy(mayAskBack, viewer, undefined);
      const ask = await getAsk(tx, subjectId, { forUpdate: true });
      const [before, after] = changes.state as [AskState, AskState];
      if (ask.state !== after) throw conflict('Câu hỏi này đã được mở lại rồi.');
      await dropLastTurn(tx, ask.id, 'end');
      await setAsk(tx, ask.id, { state: before });
      return { changed: { state: [after, before] } };
    },
  },
  mayUndo: async (_tx, viewer) => () => mayAskBack.allows(viewer),
};
