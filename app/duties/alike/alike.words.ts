import { words } from '#app/platform/words.ts';

export const alikeWords = words({
  vi: {
    title: (n: number) => `${n} nhiệm vụ rất giống việc cơ quan đã có`,
    help: 'Nếu là cùng một việc, nhiệm vụ cũ được giữ, ghi thêm văn bản này và chỉ tính một lần.',
    here: 'Trong văn bản này',
    there: 'Đã giao',
    choice: (path: string) => `Nhiệm vụ ${path}`,
    other: 'Việc khác: giao mới',
    same: 'Cùng một việc: chỉ tính một lần',
    due: (day: string) => `Hạn: ${day}`,
    noDay: 'không có ngày',
  },
  en: {
    title: (n) => `${n} duties are very like work that an agency has`,
    help: 'If it is the same work, the earlier duty stays, names this document too, and is counted once.',
    here: 'In this document',
    there: 'Given out before',
    choice: (path) => `Duty ${path}`,
    other: 'Other work: give it out',
    same: 'The same work: counted once',
    due: (day) => `Due: ${day}`,
    noDay: 'no date',
  },
});
