import { words } from '#app/platform/words.ts';

type Facts = Record<string, string | number>;
const vn = (n: string | number | undefined): string =>
  typeof n === 'number' ? n.toLocaleString('vi-VN') : String(n ?? '');
const en = (n: string | number | undefined): string =>
  typeof n === 'number' ? n.toLocaleString('en') : String(n ?? '');

/** What a finding says to who writes the report: what does not hold and what to do. */
export const checkWords = words({
  vi: {
    'required-slot': (_: Facts) => 'Mục này bắt buộc: hãy viết ít nhất một đoạn.',
    'required-figure': (_: Facts) => 'Chỉ tiêu này bắt buộc: hãy nhập số, không có thì nhập 0.',
    'too-long': (f: Facts) => `Mục này dài ${vn(f.words)} từ, nhiều hơn mức ${vn(f.most)} từ: hãy rút gọn.`,
    'said-twice': (f: Facts) =>
      `Có đoạn trùng với một đoạn ở mục ${f.other}: hãy bỏ một đoạn nếu nói cùng một việc.`,
    'counted-twice': (f: Facts) => `“${f.name}” được đếm hai lần: hãy bỏ một dòng.`,
    'part-above-whole': (f: Facts) =>
      `Tử số ${vn(f.amount)} lớn hơn mẫu số ${vn(f.whole)}: hãy kiểm tra lại hai số.`,
    'no-currency': (_: Facts) => 'Số tiền chưa ghi loại tiền: hãy chọn VND, USD hoặc loại tiền khác.',
    'no-source': (_: Facts) => 'Số nhập tay chưa ghi nguồn: hãy ghi số này lấy từ đâu.',
    'at-most': (f: Facts) =>
      `${vn(f.amount)} lớn hơn “${f.name}” (${vn(f.whole)}): phần không thể lớn hơn toàn bộ.`,
    'adds-up': (f: Facts) =>
      `Tổng ghi ${vn(f.amount)} nhưng các phần cộng lại là ${vn(f.sum)}: hãy kiểm tra lại.`,
    covers: (f: Facts) =>
      `${vn(f.amount)} nhỏ hơn số đã báo cáo của ${f.period} (${vn(f.was)}): hãy kiểm tra lại hai kỳ.`,
    outlier: (f: Facts) =>
      `${vn(f.amount)} lệch quá ${vn(f.percent)}% so với ${f.period} (${vn(f.was)}): hãy ghi lý do chênh lệch.`,
  },
  en: {
    'required-slot': (_: Facts) => 'This heading is required: write at least one paragraph.',
    'required-figure': (_: Facts) => 'This figure is required: enter it, 0 where there is none.',
    'too-long': (f: Facts) => `${en(f.words)} words, more than ${en(f.most)}: shorten it.`,
    'said-twice': (f: Facts) =>
      `A paragraph says the same as one under ${f.other}: take one out if it is the same work.`,
    'counted-twice': (f: Facts) => `“${f.name}” is counted twice: take one line out.`,
    'part-above-whole': (f: Facts) =>
      `The part ${en(f.amount)} is above the whole ${en(f.whole)}: check both.`,
    'no-currency': (_: Facts) => 'No currency given: choose VND, USD or another.',
    'no-source': (_: Facts) => 'A typed figure needs its source: say where it comes from.',
    'at-most': (f: Facts) =>
      `${en(f.amount)} is above “${f.name}” (${en(f.whole)}): a part cannot be more than its whole.`,
    'adds-up': (f: Facts) => `The total says ${en(f.amount)}, its parts make ${en(f.sum)}: check them.`,
    covers: (f: Facts) =>
      `${en(f.amount)} is less than what was reported for ${f.period} (${en(f.was)}): check both periods.`,
    outlier: (f: Facts) =>
      `${en(f.amount)} is more than ${en(f.percent)}% away from ${f.period} (${en(f.was)}): give the reason.`,
  },
});
