import type { DeadlineKind } from '../reading.ts';

const d = '(\\d{1,2})';
const date = `(?:ngày )?${d} ?(?:/|tháng |-) ?${d}(?: ?(?:/|năm |-) ?(\\d{4}))?`;
const yearly = '(?:h[àằ]ng năm|mỗi năm)';
const quarter = '(?:quý|quí) ?([iv]{1,3}|[1-4]|hi|ill?)';
const period =
  '(?:(?:h[àằ]ng |mỗi )?(?:tuần|tháng|quý|năm)|0?[369] tháng(?: đầu năm)?|cả năm|0?1 năm|một năm)';
const once = '(?: (?:một|hai|0?\\d) lần)?';
const until = ' ?\\((?:trước|chậm nhất|vào|ngày)[^)]{2,60}\\)';

export interface TimePattern {
  kind: DeadlineKind;
  /** Matched against the text in lower case. */
  pattern: RegExp;
  /** One of these stands in every text that matches: the quick test before the pattern. */
  needs: readonly string[];
}

const at = (kind: DeadlineKind, source: string, ...needs: string[]): TimePattern => ({
  kind,
  pattern: new RegExp(source, 'u'),
  needs,
});
const begin = '(?<![\\p{L}])';
const stop = '(?![\\p{L}])';

/** “hằng quý, 6 tháng, năm”, “6 tháng (trước ngày 15/6) và hằng năm (trước ngày 15/12)”: told by the first of them. */
const severalPeriods = (day: string): TimePattern[] =>
  (
    [
      ['weekly', 'h[àằ]ng tuần', 'hàng tuần', 'hằng tuần'],
      ['monthly', 'h[àằ]ng tháng', 'hàng tháng', 'hằng tháng'],
      ['quarterly', 'h[àằ]ng quý', 'hàng quý', 'hằng quý'],
      ['half-yearly', '(?:0?6|sáu) tháng(?: đầu năm)?', '6 tháng', 'sáu tháng'],
    ] as const
  ).map(([kind, first, ...needs]) =>
    at(
      kind,
      `${begin}(?:định kỳ (?:vào )?)?${first}${day}(?:(?:,|;|,? và) ?${period}${day})+${day === '' ? stop : ''}`,
      ...needs,
    ),
  );

/** The wording of a time limit, the most exact first. What describes a noun (a plan of each year, a period in a title) is none. */
export const timePatterns: readonly TimePattern[] = [
  ...severalPeriods(until),
  at(
    'daily',
    `${begin}(?:h[àằ]ng ngày|mỗi ngày),? (?:trước|vào)(?: lúc)? \\d{1,2} ?(?:h|giờ)(?: ?\\d{0,2})?(?: phút)?`,
    'hàng ngày',
    'hằng ngày',
    'mỗi ngày',
  ),
  at(
    'daily',
    `${begin}trước \\d{1,2} ?(?:h|giờ)(?: ?\\d{0,2})?(?: phút)? ?(?:h[àằ]ng ngày|mỗi ngày)`,
    'hàng ngày',
    'hằng ngày',
    'mỗi ngày',
  ),
  at(
    'monthly',
    `${begin}(?:định kỳ )?(?:(?:trước|chậm nhất(?: là)?|vào)(?: trước)? )?ngày ${d} (?:h[àằ]ng tháng|mỗi tháng|(?:của )?tháng (?:cuối|đầu|sau|tiếp|kế)[^.;,]{0,24}|của tháng)`,
    'hàng tháng',
    'hằng tháng',
    'mỗi tháng',
    'của tháng',
    'tháng cuối',
    'tháng đầu',
    'tháng sau',
    'tháng tiếp',
    'tháng kế',
  ),
  at(
    'monthly',
    `${begin}(?:định kỳ )?(?:h[àằ]ng tháng|mỗi tháng) ?[(,]? ?(?:trước|chậm nhất(?: là)?|vào)(?: là)? ngày ${d}\\)?`,
    'hàng tháng',
    'hằng tháng',
    'mỗi tháng',
  ),
  at(
    'yearly',
    `${begin}(?:định kỳ )?(?:(?:h[àằ]ng năm|mỗi năm) ?\\(?,? ?)?(?:trước|chậm nhất(?: là)?|vào)(?: trước)? ${date}(?: và (?:ngày )?${d} ?(?:/|tháng ) ?${d})? ?(?:của )?${yearly}(?: \\([^)]{0,40}\\))?(?: hoặc theo yêu cầu của [\\p{L} ]{3,60})?`,
    'hàng năm',
    'hằng năm',
    'mỗi năm',
  ),
  at(
    'yearly',
    `${begin}(?:định kỳ )?${yearly} ?[(,]? ?(?:trước|chậm nhất)(?: là)? ${date}\\)?`,
    'hàng năm',
    'hằng năm',
    'mỗi năm',
  ),
  at(
    'other',
    `${begin}(?:trước|chậm nhất(?: là| vào)?|xong trong)(?: \\d{1,2} ?(?:h|giờ)(?: ?\\d{2})?(?: phút)?,?)?(?: (?:sáng|chiều|ngày))? (?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)${stop}(?: (?:tuần (?:này|sau|tới)|h[àằ]ng tuần))?`,
    'thứ ',
    'chủ nhật',
  ),
  at('between-dates', `${begin}từ ${date} (?:đến|-) (?:hết )?${date}`, 'từ '),
  at(
    'before-date',
    `${begin}(?:hoàn thành |xong |gửi )?(?:trước|chậm nhất(?: là| đến| vào)?|không muộn hơn|không quá|muộn nhất(?: là)?|đến hết|(?<!tính đến )hết)(?: (?:\\d{1,2} ?(?:h|giờ)(?: ?\\d{2})?(?: phút)?,? ?)?(?:trước )?)? ?ngày ${d} ?(?:/|tháng |-) ?${d}(?: ?(?:/|năm |-) ?(\\d{4}))?(?:(?:,| và) (?:ngày )?\\d{1,2}/\\d{1,2}(?:/\\d{4})?)*`,
    'ngày ',
  ),
  at('before-date', `${begin}(?:trước|chậm nhất(?: là)?) ${d}/${d}(?:/(\\d{4}))?`, 'trước ', 'chậm nhất'),
  at(
    'before-date',
    `${begin}(?:thời )?hạn(?: chót| cuối| cuối cùng)?(?: là| đến| trước)? ?:? ?(?:trước |đến |chậm nhất )?(?:ngày )?${d}/${d}(?:/(\\d{4}))?`,
    'hạn ',
    'hạn:',
  ),
  at('before-date', `${begin}(?:ngay )?trong ngày ${d}/${d}(?:/(\\d{4}))?`, 'trong ngày '),
  at(
    'before-date',
    `${begin}(?:trước|chậm nhất)[^.;,]{0,12} ngày 01 của tháng[^;]{0,220}`,
    'ngày 01 của tháng',
  ),
  at(
    'month',
    `${begin}(?:(?:hoàn thành |xong )?(?:trước|trong|đến hết|hết|đến|vào|từ)|hoàn thành|xong) tháng ${d} ?(?:/|năm |-)? ?(\\d{4})${stop}`,
    'tháng ',
  ),
  at(
    'quarter',
    `${begin}(?:(?:hoàn thành |xong )?(?:trước|trong|đến hết|hết|đến|vào|từ)|hoàn thành|xong) ${quarter} ?(?:/|năm|-)? ?(\\d{4})`,
    'quý',
    'quí',
  ),
  at(
    'working-days',
    `${begin}(?:trong (?:thời hạn|vòng|thời gian)|chậm nhất|tối đa|không quá|sau(?: tối đa)?)(?: là| sau| tối đa| không quá)? ?${d}(?: \\(\\p{L}+\\))? ngày làm việc(?:,? (?:kể )?(?:từ|sau) (?:ngày|khi)[^.;,]{0,90})?`,
    'ngày làm việc',
  ),
  at(
    'days',
    `${begin}(?:trong (?:thời hạn|vòng|thời gian)|chậm nhất|tối đa|không quá|sau tối đa)(?: là| sau| tối đa| không quá)? ?${d}(?: \\(\\p{L}+\\))? ngày(?:,? (?:kể )?(?:từ|sau) (?:ngày|khi)[^.;]{0,110}?(?=,? các |[.;,]|$))?`,
    ' ngày',
  ),
  at(
    'other',
    `${begin}(?:trong (?:thời hạn|vòng|thời gian)|chậm nhất|tối đa|không quá|sau(?: tối đa)?)(?: là| sau| tối đa| không quá)? ?${d}(?: \\(\\p{L}+\\))? ?(?:giờ|h|tiếng|tháng|tuần)(?: làm việc)?(?:,? (?:kể )?(?:từ|sau) (?:ngày|khi|lúc)[^.;,]{0,90})?${stop}`,
    'giờ',
    'tiếng',
    'tuần',
    'tháng',
    'h',
  ),
  at(
    'from-date',
    `${begin}(?:kể )?từ ngày ${d} ?(?:/|tháng |-) ?${d}(?: ?(?:/|năm |-) ?(\\d{4}))?`,
    'từ ngày',
  ),
  ...severalPeriods(''),
  at('event', `${begin}kể từ ngày (?!ký|có hiệu lực|ban hành)[\\p{L}][^.;,]{3,80}`, 'kể từ ngày'),
  at(
    'half-yearly',
    `${begin}(?:định kỳ )?(?:6 tháng|06 tháng|sáu tháng)(?: một lần| đầu năm)?(?:,? (?:và )?(?:h[àằ]ng năm|cả năm|01 năm|một năm|năm))?(?=[ .,;)(]|$)`,
    '6 tháng',
    'sáu tháng',
  ),
  at(
    'quarterly',
    `${begin}(?:định kỳ )?(?:h[àằ]ng quý|mỗi quý|theo quý)${once}${stop}`,
    'hàng quý',
    'hằng quý',
    'mỗi quý',
    'theo quý',
  ),
  at(
    'monthly',
    `${begin}(?:định kỳ )?(?:h[àằ]ng tháng|mỗi tháng)${once}${stop}`,
    'hàng tháng',
    'hằng tháng',
    'mỗi tháng',
  ),
  at(
    'weekly',
    `${begin}(?:định kỳ )?(?:h[àằ]ng tuần|mỗi tuần)${once}${stop}`,
    'hàng tuần',
    'hằng tuần',
    'mỗi tuần',
  ),
  at('daily', `${begin}(?:định kỳ )?(?:h[àằ]ng ngày|mỗi ngày)${stop}`, 'hàng ngày', 'hằng ngày', 'mỗi ngày'),
  at('yearly', `${begin}định kỳ ${yearly}${stop}`, 'định kỳ h', 'định kỳ mỗi'),
  at('year', `${begin}(?:hoàn thành )(?:trong|trước|vào) năm (\\d{4})${stop}`, 'hoàn thành'),
  at('year', `${begin}(?:trong|trước|đến hết) năm (\\d{4})${stop}`, ' năm '),
  at('yearly', `${begin}${yearly}${once}${stop}`, 'hàng năm', 'hằng năm', 'mỗi năm'),
  at('event', `${begin}trước,(?: và)? trong(?: và|,) sau (?:khi )?[\\p{L}][^.;,]{3,40}`, 'trước,'),
  at('event', `${begin}trong thời gian (?:tổ chức|diễn ra)[^.;,]{3,40}`, 'trong thời gian'),
  at('event', `${begin}trong suốt (?:mùa|thời gian|đợt|kỳ|năm)[^.;,]{2,40}`, 'trong suốt'),
  at(
    'event',
    `${begin}trước (?:mùa (?:mưa|khô|lũ|bão)|tết|kỳ nghỉ|năm học mới|(?:ngày |lễ )khai giảng)[^.;,]{0,30}`,
    'trước mùa',
    'trước tết',
    'trước kỳ nghỉ',
    'năm học mới',
    'khai giảng',
  ),
  at(
    'days',
    `${begin}(?:trước|sau) khi [^.;,]{4,60}? ${d} (?:ngày(?: làm việc)?|giờ)${stop}`,
    'sau khi ',
    'trước khi ',
  ),
  at(
    'other',
    `${begin}(?:ngay )?trong (?:tuần|tháng|quý) (?:này|sau|tới)${stop}`,
    'tuần này',
    'tuần sau',
    'tuần tới',
    'tháng này',
    'tháng sau',
    'tháng tới',
    'quý này',
    'quý sau',
    'quý tới',
  ),
  at(
    'half-yearly',
    `${begin}(?:trong )?(?:0?6|sáu) tháng (?:đầu|cuối) năm(?: \\d{4})?${stop}`,
    ' tháng đầu',
    ' tháng cuối',
  ),
  at(
    'periodic',
    `${begin}(?:ít nhất |tối thiểu |định kỳ )?\\d{1,2} (?:giờ|ngày|tuần|tháng|năm|lần) ?/ ?(?:0?1 )?(?:lần|ngày|tuần|tháng|quý|năm)${stop}`,
    '/lần',
    '/ lần',
    '/ngày',
    '/tuần',
    '/tháng',
    '/quý',
    '/năm',
  ),
  at('event', `${begin}khi có yêu cầu${stop}`, 'khi có yêu cầu'),
  at(
    'month',
    `${begin}(?:hoàn thành |xong )?(?:ngay )?(?:trước|trong|hết) tháng ${d}(?= ?(?:[.;,)]|$))`,
    'tháng ',
  ),
  at('periodic', `${begin}định kỳ(?:,? đột xuất)?${stop}`, 'định kỳ'),
];

/** In a field or a cell of time, where every word speaks of time. */
export const timeFieldPatterns: readonly TimePattern[] = [
  at('between-dates', `từ ${date} (?:đến|-) (?:hết )?${date}`),
  at('quarter', `${quarter} ?(?:/|năm|-)? ?(\\d{4})`),
  at('years', `(?:năm|giai đoạn) ?\\d{4} ?[-–] ?\\d{4}`),
  at('month', `tháng ${d} ?(?:/|năm |-)? ?(\\d{4})`),
  at('date', `^(?:ngày )?${d} ?(?:/|tháng ) ?${d} ?(?:/|năm ) ?(\\d{4})`),
  at('year', `^(?:hoàn thành )?(?:trong )?(?:năm )?(\\d{4})$`),
  at('regular', 'thường xuyên'),
];
