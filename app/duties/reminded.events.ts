import type { Payload, Wording } from '#app/ledger/index.ts';

const showDay = (day: unknown) => (day ? String(day).split('-').reverse().join('/') : '');
const occasionOf = (p: Payload): string => String(p.step ?? '').split(':')[0] ?? '';

const orders: Record<string, (due: string) => string> = {
  'before-due': (due) => `sắp đến hạn ${due}`,
  overdue: (due) => `quá hạn từ ${due}`,
  silent: () => 'chưa tiếp nhận',
  'extension-waiting': () => 'yêu cầu gia hạn chờ trả lời',
  'extension-countered': () => 'ngày được đề nghị chờ cơ quan trả lời',
  'difficulty-late': (due) => `khó khăn chậm trả lời, hạn ${due}`,
  'by-hand': () => 'nhắc việc',
};
const inEnglish: Record<string, (due: string) => string> = {
  'before-due': (due) => `due on ${due}`,
  overdue: (due) => `overdue since ${due}`,
  silent: () => 'not received',
  'extension-waiting': () => 'a request for more time waits',
  'extension-countered': () => 'the proposed day waits for its answer',
  'difficulty-late': (due) => `a difficulty waits, due ${due}`,
  'by-hand': () => 'reminded by hand',
};

const why = (said: typeof orders, p: Payload): string => said[occasionOf(p)]?.(showDay(p.dueOn)) ?? '';

/** Proof of delivery in the duty's chain; what is asked and not ordered is asked again and never said to be late. */
export const remindedWordings: Record<string, Wording> = {
  'duty.reminded': {
    vi: (p) =>
      p.isRequest
        ? `gửi lời đề nghị phối hợp tới ${p.agency ?? 'cơ quan phối hợp'} (${p.people} người nhận)`
        : `gửi lời nhắc về phần việc của ${p.agency ?? 'cơ quan'}: ${why(orders, p)} (${p.people} người nhận)`,
    en: (p) =>
      p.isRequest
        ? `kindly asked ${p.agency ?? 'the agency'} for cooperation (${p.people} readers)`
        : `reminded of the part of ${p.agency ?? 'an agency'}: ${why(inEnglish, p)} (${p.people} readers)`,
  },
  'duty.reminder-read': {
    vi: (p) =>
      p.isRequest
        ? `đã xem lời đề nghị phối hợp gửi ${p.agency ?? 'cơ quan phối hợp'}`
        : `đã xem lời nhắc về phần việc của ${p.agency ?? 'cơ quan'}: ${why(orders, p)}`,
    en: (p) =>
      p.isRequest
        ? `read the request for cooperation to ${p.agency ?? 'the agency'}`
        : `read the reminder about the part of ${p.agency ?? 'an agency'}: ${why(inEnglish, p)}`,
  },
};
