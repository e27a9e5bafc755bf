import type { DeadlineUnit } from './deadline.ts';
import type { Construct } from './piece.ts';

const units: Record<string, DeadlineUnit> = {
  'ngày làm việc': 'working-day',
  ngày: 'day',
  giờ: 'hour',
  tuần: 'week',
  tháng: 'month',
  quý: 'quarter',
  năm: 'year',
};
const counted =
  '(\\d{1,3})(?: ?\\([^)\\d]*\\))? (ngày làm việc|ngày|giờ|tuần|tháng|quý|năm)(?![a-zà-ỹ]| \\d| một lần| đầu| cuối)';
const opening =
  '(?:(?:sau )?(?:chậm nhất|muộn nhất|tối đa|không quá)|trong vòng|trong thời hạn|trong thời gian|thời hạn|trong)' +
  '(?: là| sau| không quá| tối đa| trong vòng| trong thời hạn| trong){0,3}';

/** "chậm nhất 03 ngày làm việc", "trong vòng 10 ngày kể từ ngày nhận được Kế hoạch này". */
export const wordsOfTerms: Construct[] = [
  {
    name: 'within',
    pattern: new RegExp(`${opening} ${counted}`, 'y'),
    // "chậm nhất 17 giờ" is a time of day, "trong vòng 24 giờ" a length: only the second is a term.
    read: ([words, count, unit]) =>
      unit === 'giờ' && !/trong|thời hạn/.test(words)
        ? null
        : { is: 'within', count: Number(count), unit: units[unit!]! },
  },
  {
    name: 'bare days',
    pattern: /(\d{1,3})(?: ?\([^)\d]*\))? (ngày làm việc|ngày)(?![a-zà-ỹ]| \d)/y,
    read: ([, count, unit]) => ({ is: 'within', count: Number(count), unit: units[unit!]! }),
  },
  {
    // Only issue and signing are known from the document; receipt, approval and the like are not.
    name: 'since',
    pattern: /,? ?(?:tính |được tính )?(?:kể )?từ ((?:ngày|khi|lúc|thời điểm) (?!\d)[^;()]*)/y,
    read: ([, words]) => ({
      is: 'since',
      words: words!.trim(),
      isIssue:
        /^(?:ngày|khi) (?:ký(?: ban hành)?|ban hành)(?: (?:kế hoạch|văn bản|công văn|quyết định|chỉ thị|thông báo))?(?: này)?[ .]*$/.test(
          words!,
        ),
    }),
  },
];
