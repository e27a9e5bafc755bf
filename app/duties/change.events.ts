import type { Payload, Wording } from '#app/ledger/index.ts';

const day = (p: Payload) => {
  const to = p.changed?.dueOn?.[1];
  return to ? String(to).split('-').reverse().join('/') : null;
};

const shown = (date: unknown) =>
  String(date ?? '')
    .split('-')
    .reverse()
    .join('/');
const sayList = (names: unknown, others: string) => {
  const all = Array.isArray(names) ? (names as string[]) : [];
  return all.length > 4 ? `${all.slice(0, 4).join(', ')} +${all.length - 4} ${others}` : all.join(', ');
};

/** A duty whose words or day changed, which another document carries on, or which is named again elsewhere. */
export const changeWordings: Record<string, Wording> = {
  'duty.amended': {
    vi: (p) => `sửa ${sayVi(p)} theo ${p.because}`,
    en: (p) => `changed ${sayEn(p)} after ${p.because}`,
  },
  'duty.deadline-changed': {
    vi: (p) => `đổi hạn của ${sayList(p.agencies, 'cơ quan khác')} thành ${shown(p.dueOn)}: “${p.reason}”`,
    en: (p) => `changed the deadline of ${sayList(p.agencies, 'others')} to ${shown(p.dueOn)}: “${p.reason}”`,
  },
  'duty.coordinator-added': {
    vi: (p) => `giao ${p.agency} phối hợp: “${p.reason}”`,
    en: (p) => `asked ${p.agency} to cooperate: “${p.reason}”`,
  },
  'duty.carried-on': {
    vi: (p) => `chuyển nhiệm vụ từ ${p.from} sang ${p.to}, giữ tiến độ và nhật ký`,
    en: (p) => `carried the duty on from ${p.from} to ${p.to}, with its progress and history`,
  },
  'duty.named-again': {
    vi: (p) => `xác nhận ${p.place} nêu lại chính nhiệm vụ này, chỉ tính một lần`,
    en: (p) => `confirmed that ${p.place} names this same duty, counted once`,
  },
};

const sayVi = (p: Payload) =>
  [p.changed?.text ? 'lời văn' : null, p.changed?.dueOn ? `hạn thành ${day(p) ?? 'không có ngày'}` : null]
    .filter(Boolean)
    .join(' và ') || 'nhiệm vụ';
const sayEn = (p: Payload) =>
  [p.changed?.text ? 'the words' : null, p.changed?.dueOn ? `the due day to ${day(p) ?? 'none'}` : null]
    .filter(Boolean)
    .join(' and ') || 'the duty';
