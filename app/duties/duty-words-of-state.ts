import type { Language } from '#app/platform/words.ts';
import type { AssignmentState } from './assignment.ts';
import type { DutySummary } from './duty.ts';

export const stateWords: Record<Language, Record<AssignmentState, string>> = {
  vi: {
    assigned: 'chưa tiếp nhận',
    received: 'đã tiếp nhận',
    'in-progress': 'đang thực hiện',
    'awaiting-confirmation': 'chờ xác nhận',
    completed: 'hoàn thành',
    returned: 'bị trả lại',
    refused: 'từ chối',
    paused: 'tạm dừng',
    withdrawn: 'đã thu hồi',
  },
  en: {
    assigned: 'not received yet',
    received: 'received',
    'in-progress': 'in progress',
    'awaiting-confirmation': 'awaiting confirmation',
    completed: 'done',
    returned: 'returned',
    refused: 'refused',
    paused: 'paused',
    withdrawn: 'withdrawn',
  },
};

const vietnamese = {
  lead: 'chủ trì',
  part: 'bên thực hiện',
  done: 'xong',
  allDone: (n: number) => `cả ${n} cơ quan xong`,
  someDone: (done: number, n: number) => `${done}/${n} cơ quan xong`,
  silentHolders: (silent: number, n: number) => `${silent}/${n} chưa tiếp nhận`,
  silent: (silent: number, n: number) => `${silent}/${n} phối hợp chưa trả lời`,
  helped: (done: number, n: number) => (done === n ? 'phối hợp xong' : `${done}/${n} phối hợp xong`),
  nobody: 'chưa có cơ quan nhận',
};
const english: typeof vietnamese = {
  lead: 'lead',
  part: 'agency',
  done: 'done',
  allDone: (n) => `all ${n} agencies done`,
  someDone: (done, n) => `${done}/${n} agencies done`,
  silentHolders: (silent, n) => `${silent}/${n} not received`,
  silent: (silent, n) => `${silent}/${n} cooperating have not answered`,
  helped: (done, n) => (done === n ? 'cooperation done' : `${done}/${n} cooperating done`),
  nobody: 'no agency yet',
};

/** "chủ trì xong, 1/3 phối hợp chưa trả lời": how a whole duty stands. */
export function sayState({ state, led, holders, coordinators }: DutySummary, language: Language): string {
  const t = language === 'vi' ? vietnamese : english;
  const said: string[] = [];
  if (holders.total === 1)
    said.push(`${led ? t.lead : t.part} ${state === 'completed' ? t.done : stateWords[language][state]}`);
  if (holders.total > 1) {
    said.push(
      holders.done === holders.total ? t.allDone(holders.total) : t.someDone(holders.done, holders.total),
    );
    if (holders.silent) said.push(t.silentHolders(holders.silent, holders.total));
  }
  if (coordinators.silent) said.push(t.silent(coordinators.silent, coordinators.total));
  else if (coordinators.total) said.push(t.helped(coordinators.done, coordinators.total));
  return said.join(', ') || t.nobody;
}
