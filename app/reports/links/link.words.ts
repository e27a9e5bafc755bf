import { words } from '#app/platform/words.ts';

export const linkWords = words({
  vi: {
    title: 'Ba câu hỏi',
    lead: (name: string, agency: string, period: string) => `${name} gửi ${agency}, ${period}.`,
    window: (from: string, to: string) =>
      `Kể những việc từ ${from} đến ${to}. Viết ngắn, không cần trau chuốt.`,
    questions: {
      done: 'Hội đã làm được những việc gì?',
      stuck: 'Hội đang gặp khó khăn gì?',
      ahead: 'Sắp tới hội làm gì, cần giúp gì?',
    },
    hints: {
      done: 'Ví dụ: ngày 12/10 tổ chức giao lưu với đoàn Nhật Bản, 80 người dự.',
      stuck: 'Không có thì để trống.',
      ahead: 'Không có thì để trống.',
    },
    saidBy: 'Họ tên người trả lời',
    send: 'Gửi',
    sent: 'Đã gửi. Cảm ơn! Cán bộ của cơ quan sẽ xác nhận và đưa vào báo cáo.',
    sentBefore: (n: number, at: string) =>
      `Đã gửi ${n} lần qua liên kết này, lần cuối ${at}. Gửi thêm là bổ sung.`,
    more: 'Gửi thêm',
    closed: 'Báo cáo của kỳ này đã gửi nên không nhận thêm: hãy gọi cho cán bộ của cơ quan.',
    until: (day: string) => `Liên kết dùng đến hết ngày ${day}.`,
    open: 'Mở',
    wait: 'Đang mở…',
  },
  en: {
    title: 'Three questions',
    lead: (name: string, agency: string, period: string) => `${name} to ${agency}, ${period}.`,
    window: (from: string, to: string) =>
      `Tell what happened from ${from} to ${to}. A few plain words will do.`,
    questions: {
      done: 'What did your association do?',
      stuck: 'What is difficult?',
      ahead: 'What comes next, what help is needed?',
    },
    hints: {
      done: 'For example: on 12/10 a meeting with a Japanese delegation, 80 people.',
      stuck: 'Leave empty if nothing.',
      ahead: 'Leave empty if nothing.',
    },
    saidBy: 'Your name',
    send: 'Send',
    sent: 'Sent. Thank you! Staff will confirm it and put it into the report.',
    sentBefore: (n: number, at: string) =>
      `Sent ${n} times through this link, last at ${at}. More adds to it.`,
    more: 'Send more',
    closed: 'The report of this period has been filed: please call the agency.',
    until: (day: string) => `The link is good until ${day}.`,
    open: 'Open',
    wait: 'Opening…',
  },
});
