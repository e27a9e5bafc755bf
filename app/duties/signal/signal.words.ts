import { words } from '#app/platform/words.ts';
import type { Signal } from './signal.ts';

type Levels = Record<Signal, string>;

export const signalWords = words({
  vi: {
    levels: {
      safe: 'an toàn',
      feasible: 'khả thi',
      'needs-help': 'cần hỗ trợ',
      'at-risk': 'nguy cơ',
    } as Levels,
    said: (level: string) => `Tự đánh giá: ${level}`,
    set: 'Đánh giá tình hình',
    change: 'Đánh giá lại',
    level: 'Phần việc này đang',
    sentence: 'Vì sao, một câu',
    sentenceHelp: 'Người theo dõi đọc câu này cạnh con số; nhật ký giữ mọi lần đánh giá.',
    save: 'Lưu đánh giá',
    cancel: 'Thôi',
    saved: 'Đã ghi đánh giá.',
  },
  en: {
    levels: { safe: 'safe', feasible: 'feasible', 'needs-help': 'needs help', 'at-risk': 'at risk' },
    said: (level) => `Own judgement: ${level}`,
    set: 'Judge how it stands',
    change: 'Judge again',
    level: 'This part is',
    sentence: 'Why, in one sentence',
    sentenceHelp: 'Who follows it reads this beside the numbers; the ledger keeps each judgement.',
    save: 'Save',
    cancel: 'Cancel',
    saved: 'Saved.',
  },
});
