import type { Language } from '#app/platform/words.ts';
import type { ActionShown } from './home.contract.ts';

const EXCERPT = 110;
const short = (text: string) => {
  if (text.length <= EXCERPT) return text;
  const cut = text.slice(0, EXCERPT + 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), EXCERPT - 25)).trimEnd()} …`;
};
const day = (date: string) => date.split('-').reverse().join('/');

/** `duty`: where it stands, e.g. 'nhiệm vụ III.2.c của Kế hoạch 217/KH-UBND'; `words`: the first of its words. */
type Facts = ActionShown & { duty: string; words: string };
type Saying = { does: (facts: Facts) => string; button: string };

const vietnamese: Record<string, Saying> = {
  returned: { does: (f) => `Làm lại ${f.duty}: “${f.words}”`, button: 'Ghi tiến độ' },
  'own-tasks': { does: (f) => `Làm việc ${f.note ?? ''} giao: “${f.words}”`, button: 'Mở việc' },
  'not-received': {
    does: (f) =>
      f.count > 1
        ? `Tiếp nhận ${f.count} nhiệm vụ mới của ${f.document}`
        : `Tiếp nhận ${f.duty}: “${f.words}”`,
    button: 'Tiếp nhận',
  },
  'reports-to-file': { does: (f) => `Gửi báo cáo “${f.words}”`, button: 'Viết báo cáo' },
  'asks-to-answer': {
    does: (f) => `Trả lời đầu mối hỏi về báo cáo ${f.note}: “${f.words}”`,
    button: 'Trả lời',
  },
  'own-late': { does: (f) => `Báo kết quả ${f.duty}: “${f.words}”`, button: 'Mở nhiệm vụ' },
  'difficulties-to-answer': {
    does: (f) => `Trả lời khó khăn của ${f.note} ở ${f.duty}: “${f.words}”`,
    button: 'Trả lời',
  },
  'extensions-to-decide': {
    does: (f) => `Quyết định việc xin gia hạn của ${f.note} cho ${f.duty}`,
    button: 'Quyết định',
  },
  'parts-to-confirm': {
    does: (f) =>
      f.count > 1
        ? `Xác nhận ${f.count} phần việc các cơ quan đã báo hoàn thành`
        : `Xác nhận kết quả của ${f.note} ở ${f.duty}`,
    button: 'Xem và xác nhận',
  },
  'parts-refused': { does: (f) => `Giao lại ${f.duty}, ${f.note} đã từ chối`, button: 'Giao lại' },
  'letters-to-issue': { does: (f) => `Phát hành công văn đôn đốc gửi ${f.words}`, button: 'Mở công văn' },
  'consolidations-to-sign': { does: (f) => `Xem để ký ${f.words}`, button: 'Xem một trang' },
  'documents-to-publish': { does: (f) => `Công bố ${f.words}`, button: 'Công bố' },
  'documents-to-confirm': {
    does: (f) => `Xác nhận nhiệm vụ đọc được trong ${f.words}${f.note ? ` (đã xong ${f.note})` : ''}`,
    button: 'Xác nhận',
  },
  'reports-to-decide': { does: (f) => `Xem báo cáo của ${f.words}, kỳ ${f.note}`, button: 'Xem báo cáo' },
  'asks-to-close': { does: (f) => `Xem câu trả lời của ${f.words}`, button: 'Xem' },
  'hand-overs-to-receive': { does: (f) => `Nhận bàn giao của ${f.words}, ${f.note}`, button: 'Nhận' },
  'data-requests': {
    does: (f) => `Giải quyết ${f.count} yêu cầu về dữ liệu cá nhân`,
    button: 'Giải quyết',
  },
  'people-without-password': {
    does: (f) => `Mời ${f.count} người chưa đặt mật khẩu vào chương trình`,
    button: 'Mời vào',
  },
  'agencies-without-people': {
    does: (f) => `Thêm người cho ${f.count} cơ quan chưa có ai dùng chương trình`,
    button: 'Thêm người',
  },
  'to-start': { does: (f) => `Bắt đầu ${f.duty}: “${f.words}”`, button: 'Ghi tiến độ' },
  'in-progress': { does: (f) => `Cập nhật tiến độ ${f.duty}: “${f.words}”`, button: 'Ghi tiến độ' },
  'remind-overdue': {
    does: (f) => `Đôn đốc ${f.count} nhiệm vụ quá hạn; lâu nhất là ${f.duty}${f.note ? `, ${f.note}` : ''}`,
    button: 'Đôn đốc',
  },
};

const english: Record<string, Saying> = {
  returned: { does: (f) => `Do ${f.duty} again: “${f.words}”`, button: 'Log progress' },
  'own-tasks': { does: (f) => `Do what ${f.note ?? ''} gave you: “${f.words}”`, button: 'Open' },
  'not-received': {
    does: (f) =>
      f.count > 1 ? `Receive ${f.count} new duties of ${f.document}` : `Receive ${f.duty}: “${f.words}”`,
    button: 'Receive',
  },
  'reports-to-file': { does: (f) => `File the report “${f.words}”`, button: 'Write the report' },
  'asks-to-answer': { does: (f) => `Answer about the report of ${f.note}: “${f.words}”`, button: 'Answer' },
  'own-late': { does: (f) => `Report on ${f.duty}: “${f.words}”`, button: 'Open the duty' },
  'difficulties-to-answer': {
    does: (f) => `Answer the difficulty of ${f.note} in ${f.duty}: “${f.words}”`,
    button: 'Answer',
  },
  'extensions-to-decide': {
    does: (f) => `Decide on more time for ${f.note} in ${f.duty}`,
    button: 'Decide',
  },
  'parts-to-confirm': {
    does: (f) =>
      f.count > 1 ? `Confirm ${f.count} parts reported done` : `Confirm what ${f.note} did in ${f.duty}`,
    button: 'Look and confirm',
  },
  'parts-refused': { does: (f) => `Give ${f.duty} again: ${f.note} refused it`, button: 'Give again' },
  'letters-to-issue': {
    does: (f) => `Issue the letter of reminder to ${f.words}`,
    button: 'Open the letter',
  },
  'consolidations-to-sign': { does: (f) => `Look at ${f.words} before it is signed`, button: 'See one page' },
  'documents-to-publish': { does: (f) => `Publish ${f.words}`, button: 'Publish' },
  'documents-to-confirm': {
    does: (f) => `Confirm the duties read in ${f.words}${f.note ? ` (${f.note} done)` : ''}`,
    button: 'Confirm',
  },
  'reports-to-decide': {
    does: (f) => `Look at the report of ${f.words}, ${f.note}`,
    button: 'Open the report',
  },
  'asks-to-close': { does: (f) => `Look at the answer of ${f.words}`, button: 'Look' },
  'hand-overs-to-receive': {
    does: (f) => `Receive the hand-over of ${f.words}, ${f.note}`,
    button: 'Receive',
  },
  'data-requests': { does: (f) => `Settle ${f.count} requests about personal data`, button: 'Settle' },
  'people-without-password': { does: (f) => `Invite ${f.count} people without a password`, button: 'Invite' },
  'agencies-without-people': {
    does: (f) => `Add people to ${f.count} agencies without any`,
    button: 'Add people',
  },
  'to-start': { does: (f) => `Begin ${f.duty}: “${f.words}”`, button: 'Log progress' },
  'in-progress': { does: (f) => `Update the progress of ${f.duty}: “${f.words}”`, button: 'Log progress' },
  'remind-overdue': {
    does: (f) =>
      `Remind of ${f.count} overdue duties; the longest is ${f.duty}${f.note ? `, ${f.note}` : ''}`,
    button: 'Remind',
  },
};

const dutyIn: Record<Language, (action: ActionShown) => string> = {
  vi: ({ path, document }) => `nhiệm vụ ${path} của ${document}`,
  en: ({ path, document }) => `duty ${path} of ${document}`,
};

/** An action as a sentence, its one button, and how long is left; what is only asked for is never said to be late. */
export function sayAction(action: ActionShown, language: Language) {
  const saying = (language === 'vi' ? vietnamese : english)[action.key];
  const facts = { ...action, duty: dutyIn[language](action), words: short(action.title) };
  return {
    sentence: saying?.does(facts) ?? action.title,
    button: saying?.button ?? (language === 'vi' ? 'Mở' : 'Open'),
    when: sayWhen(action, language),
  };
}

function sayWhen({ dueOn, daysLeft, clock, isRequest }: ActionShown, language: Language): string | null {
  if (!dueOn || daysLeft === null) return null;
  if (language === 'vi') return isRequest ? `thời gian dự kiến ${day(dueOn)}` : `hạn ${day(dueOn)}, ${clock}`;
  if (isRequest) return `expected by ${day(dueOn)}`;
  const left =
    daysLeft < 0
      ? `late by ${-daysLeft} working days`
      : daysLeft
        ? `${daysLeft} working days left`
        : 'due today';
  return `due ${day(dueOn)}, ${left}`;
}
