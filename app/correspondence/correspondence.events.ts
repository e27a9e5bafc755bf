import type { LedgerBook } from '#app/ledger/index.ts';
import type { Language } from '#app/platform/words.ts';
import { answerWords } from './answer.words.ts';
import { mayReadLetter } from './correspondence.policy.ts';
import { getLetter } from './letter.store.ts';
import type { Answer } from './letter-step.ts';
import { symbolOf } from './print-letter.ts';

const sayAnswers = (language: Language, answers: Answer[]): string =>
  answers.map((one) => answerWords[language].answers[one].toLocaleLowerCase('vi')).join('; ');

export const letterBook: LedgerBook = {
  subjectKind: 'letter',
  name: { vi: 'Văn bản đi', en: 'Letter' },
  mayRead: async (tx, viewer, id) => {
    const letter = await getLetter(tx, id).catch(() => null);
    // A draft that was dropped has no addressees any more: those who oversee still read what became of it.
    return mayReadLetter.allows(viewer, letter ?? { issuerId: '', state: 'draft', agencyIds: [] });
  },
  pageOf: (id) => `/letters/${id}`,
  titleOf: async (tx, id) => {
    const letter = await getLetter(tx, id).catch(() => null);
    return letter && (symbolOf(letter) ?? letter.content.title);
  },
  wordings: {
    'letter.drafted': {
      vi: (p) => `soạn dự thảo ${p.kind} “${p.title}”`,
      en: (p) => `drafted “${p.title}” (${p.kind})`,
    },
    'letter.changed': { vi: () => 'sửa dự thảo văn bản', en: () => 'edited the draft of a letter' },
    'letter.dropped': { vi: (p) => `bỏ dự thảo “${p.title}”`, en: (p) => `dropped the draft “${p.title}”` },
    'letter.answered': {
      vi: (p) =>
        `ghi nhận trả lời về ${p.duties.length} nhiệm vụ nêu trong dự thảo (${sayAnswers('vi', p.answers)})`,
      en: (p) => `noted answers on ${p.duties.length} duties of the draft (${sayAnswers('en', p.answers)})`,
    },
    'letter.withdrawn': {
      vi: (p) => `rút dự thảo vì đã có trả lời (${sayAnswers('vi', p.answers)})`,
      en: (p) => `withdrew the draft: it was answered (${sayAnswers('en', p.answers)})`,
    },
    'letter.numbered': { vi: (p) => `cấp số ${p.symbol}`, en: (p) => `gave the number ${p.symbol}` },
    'letter.sent': { vi: (p) => `gửi văn bản số ${p.symbol}`, en: (p) => `sent the letter ${p.symbol}` },
  },
};
