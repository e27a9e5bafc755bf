import type { LedgerBook, Payload } from '#app/ledger/index.ts';
import { changeWordings } from './change.events.ts';
import { handoverWordings } from './handover.events.ts';
import { dutyHistoryBook } from './history/duty-book.ts';
import { milestoneWordings } from './milestone/milestone.events.ts';
import { recurrenceWordings } from './recurrence/recurrence.events.ts';
import { remindedWordings } from './reminded.events.ts';
import { signalWordings } from './signal/signal.events.ts';
import { taskWordings } from './task/task.events.ts';

const because = (p: Payload) => (p.reason ? `: “${p.reason}”` : '');
const showDay = (day: string) => day.split('-').reverse().join('/');
const dueMoved = (p: Payload, said: string) =>
  p.changed?.dueOn?.[1] ? `, ${said} ${showDay(p.changed.dueOn[1])}` : '';
/** The time of a recurring duty that an entry tells of. */
const ofTime = (p: Payload, time: string, done: string) =>
  p.occursOn ? `, ${time} ${showDay(p.occursOn)}${p.closes ? ` (${done})` : ''}` : '';
const NAMED = 4;
/** A group of 35 is told by its first four and a count. */
const list = (names: unknown, others: (n: number) => string): string => {
  const all = Array.isArray(names) ? (names as string[]) : [];
  const said = all.slice(0, NAMED).join(', ');
  return all.length > NAMED ? `${said} ${others(all.length - NAMED)}` : said;
};
const withFiles = (p: Payload, one: string) => (p.files ? ` ${one}` : '');

/** What is told of a duty's life, and to whom: everybody of the province reads published duties. */
export const dutyBook: LedgerBook = {
  subjectKind: 'duty',
  name: { vi: 'Nhiệm vụ', en: 'Duty' },
  mayRead: async () => true,
  pageOf: (id) => `/duties/${id}`,
  ...dutyHistoryBook,
  wordings: {
    ...handoverWordings,
    ...changeWordings,
    ...taskWordings,
    ...recurrenceWordings,
    ...signalWordings,
    ...milestoneWordings,
    ...remindedWordings,
    'duty.assigned': {
      vi: (p) => `${p.request ? 'đề nghị' : 'giao cho'} ${sayParts(p, vietnamese)}`,
      en: (p) => `${p.request ? 'asked' : 'gave this to'} ${sayParts(p, english)}`,
    },
    'duty.handed-over': {
      vi: (p) =>
        `chuyển việc theo dõi phần của ${p.agency} từ ${p.fromPerson ?? 'người đã rời'} sang ${p.toPerson ?? 'người đã rời'}`,
      en: (p) =>
        `passed the part of ${p.agency} from ${p.fromPerson ?? 'someone who left'} to ${p.toPerson ?? 'someone who left'}`,
    },
    'duty.received': {
      vi: (p) => `tiếp nhận nhiệm vụ cho ${p.agency}`,
      en: (p) => `received the duty for ${p.agency}`,
    },
    'duty.progressed': {
      vi: (p) =>
        `ghi tiến độ của ${p.agency}${ofTime(p, 'kỳ', 'xong kỳ')}: “${p.note}”${withFiles(p, `kèm ${p.files} tệp`)}`,
      en: (p) =>
        `logged progress of ${p.agency}${ofTime(p, 'time due', 'done')}: “${p.note}”${withFiles(p, `with ${p.files} ${p.files === 1 ? 'file' : 'files'}`)}`,
    },
    'duty.progress-restored': {
      vi: (p) => `lấy lại tiến độ của ${p.agency}: “${p.note}”`,
      en: (p) => `took up progress of ${p.agency} again: “${p.note}”`,
    },
    'duty.reported-done': {
      vi: (p) => `báo ${p.agency} đã hoàn thành${because(p)}`,
      en: (p) => `reported that ${p.agency} is done${because(p)}`,
    },
    'duty.recalled': {
      vi: (p) => `rút lại báo hoàn thành của ${p.agency}`,
      en: (p) => `took back the report that ${p.agency} is done`,
    },
    'duty.completed': {
      vi: (p) => `xác nhận ${p.agency} hoàn thành`,
      en: (p) => `confirmed that ${p.agency} is done`,
    },
    'duty.returned': {
      vi: (p) => `trả lại ${p.agency}${because(p)}`,
      en: (p) => `returned it to ${p.agency}${because(p)}`,
    },
    'duty.reopened': {
      vi: (p) => `mở lại phần việc của ${p.agency}${because(p)}`,
      en: (p) => `reopened the part of ${p.agency}${because(p)}`,
    },
    'duty.refused': {
      vi: (p) =>
        `từ chối thay ${p.agency}${because(p)}${p.toAgency ? `, cho rằng việc này thuộc ${p.toAgency}` : ''}`,
      en: (p) =>
        `refused for ${p.agency}${because(p)}${p.toAgency ? `, naming ${p.toAgency} as the right agency` : ''}`,
    },
    'duty.insisted': {
      vi: (p) => `giao lại cho chính ${p.agency}${because(p)}`,
      en: (p) => `gave it to ${p.agency} again${because(p)}`,
    },
    'duty.paused': {
      vi: (p) =>
        `tạm dừng phần việc của ${p.agency}${p.until ? ` đến ${showDay(p.until)}` : ''}${because(p)}`,
      en: (p) => `paused the part of ${p.agency}${p.until ? ` until ${showDay(p.until)}` : ''}${because(p)}`,
    },
    'duty.resumed': {
      vi: (p) => `cho ${p.agency} tiếp tục${dueMoved(p, 'hạn chuyển sang')}`,
      en: (p) => `let ${p.agency} go on${dueMoved(p, 'now due')}`,
    },
    'duty.withdrawn': {
      vi: (p) => `thu hồi phần việc của ${p.agency}${because(p)}`,
      en: (p) => `withdrew the part of ${p.agency}${because(p)}`,
    },
    'duty.reinstated': {
      vi: (p) => `khôi phục phần việc của ${p.agency}${because(p)}${dueMoved(p, 'hạn chuyển sang')}`,
      en: (p) => `reinstated the part of ${p.agency}${because(p)}${dueMoved(p, 'now due')}`,
    },
    'duty.letter-sent': {
      vi: (p) => `gửi văn bản số ${p.symbol}: “${p.title}”`,
      en: (p) => `sent the letter ${p.symbol}: “${p.title}”`,
    },
    'duty.extension-asked': {
      vi: (p) => `xin gia hạn cho ${p.agency} đến ${showDay(p.wantedOn)}${because(p)}`,
      en: (p) => `asked for more time for ${p.agency}, until ${showDay(p.wantedOn)}${because(p)}`,
    },
    'duty.extension-granted': {
      vi: (p) => `đồng ý gia hạn cho ${p.agency}${dueMoved(p, 'hạn mới')}${because(p)}`,
      en: (p) => `granted ${p.agency} more time${dueMoved(p, 'now due')}${because(p)}`,
    },
    'duty.extension-countered': {
      vi: (p) => `đề nghị ${p.agency} lấy hạn ${showDay(p.day)}${because(p)}`,
      en: (p) => `proposed ${showDay(p.day)} to ${p.agency} instead${because(p)}`,
    },
    'duty.extension-rejected': {
      vi: (p) => `không đồng ý gia hạn cho ${p.agency}${because(p)}`,
      en: (p) => `refused ${p.agency} more time${because(p)}`,
    },
    'duty.extension-accepted': {
      vi: (p) => `nhận hạn được đề nghị cho ${p.agency}${dueMoved(p, 'hạn mới')}`,
      en: (p) => `took the proposed day for ${p.agency}${dueMoved(p, 'now due')}`,
    },
    'duty.extension-declined': {
      vi: (p) => `không nhận hạn được đề nghị cho ${p.agency}${because(p)}`,
      en: (p) => `did not take the proposed day for ${p.agency}${because(p)}`,
    },
    'duty.extension-taken-back': {
      vi: (p) => `rút lại yêu cầu gia hạn của ${p.agency}`,
      en: (p) => `took back the request of ${p.agency} for more time`,
    },
    'duty.difficulty-raised': {
      vi: (p) =>
        `nêu khó khăn của ${p.agency}${p.authority ? ` với ${p.authority}` : ''}, chờ trả lời đến ${showDay(p.replyDueOn)}`,
      en: (p) =>
        `raised a difficulty of ${p.agency}${p.authority ? ` with ${p.authority}` : ''}, to be answered by ${showDay(p.replyDueOn)}`,
    },
    'duty.difficulty-passed': {
      vi: (p) => `chuyển khó khăn của ${p.agency} lên ${p.authority ?? 'UBND kèm đề xuất'}`,
      en: (p) =>
        `passed the difficulty of ${p.agency} to ${p.authority ?? "the People's Committee with a proposal"}`,
    },
    'duty.difficulty-answered': {
      vi: (p) => `trả lời khó khăn của ${p.agency}: “${p.answer}”${p.followUpId ? ', kèm việc mới' : ''}`,
      en: (p) =>
        `answered the difficulty of ${p.agency}: “${p.answer}”${p.followUpId ? ', with new work' : ''}`,
    },
    'duty.difficulty-recalled': {
      vi: (p) => `rút câu trả lời khó khăn của ${p.agency}`,
      en: (p) => `took back the answer to the difficulty of ${p.agency}`,
    },
    'duty.difficulty-moved': {
      vi: (p) => `chuyển khó khăn đang chờ theo thay đổi tổ chức, nay của ${p.agency}, căn cứ ${p.basis}`,
      en: (p) => `moved a waiting difficulty with the reorganisation, now of ${p.agency}, under ${p.basis}`,
    },
    'duty.difficulty-taken-back': {
      vi: (p) => `rút lại khó khăn đã nêu của ${p.agency}`,
      en: (p) => `took back the difficulty of ${p.agency}`,
    },
    'duty.reassigned': {
      vi: (p) => `chuyển phần việc của ${p.agency} sang ${p.toAgency}`,
      en: (p) => `moved the part of ${p.agency} to ${p.toAgency}`,
    },
  },
};

const vietnamese = {
  leads: 'chủ trì',
  takesPart: 'thực hiện',
  with: 'phối hợp',
  nobody: 'chưa có cơ quan nhận',
  others: (n: number) => `và ${n} cơ quan khác`,
};
const english: typeof vietnamese = {
  leads: 'in the lead',
  takesPart: 'to take part',
  with: 'to cooperate',
  nobody: 'no agency yet',
  others: (n) => `and ${n} more`,
};

function sayParts(p: Payload, t: typeof vietnamese): string {
  const holders = list(p.holders, t.others);
  const coordinators = list(p.coordinators, t.others);
  const said = [
    ...(holders ? [`${holders} (${p.leads ? t.leads : t.takesPart})`] : []),
    ...(coordinators ? [`${coordinators} (${t.with})`] : []),
  ];
  return said.join(', ') || t.nobody;
}
