import type { Construct, Piece } from './piece.ts';

const limit = (
  name: string,
  pattern: RegExp,
  value: Extract<Piece, { is: 'limit' }>['limit'],
): Construct => ({
  name,
  pattern,
  read: () => ({ is: 'limit', limit: value }),
});

/** "trước", "chậm nhất", "từ", "đến", "hết", "cuối": which side of the time named counts. */
export const wordsOfLimits: Construct[] = [
  limit('end', /(?:đến |trước )?(?:hết|cuối)(?: ngày)?(?![a-zà-ỹ])/y, 'end'),
  limit(
    'by',
    /(?:chậm nhất|muộn nhất|không (?:quá|muộn hơn|chậm hơn))(?: là)?(?: vào| đến| trong| trước)?(?![a-zà-ỹ])/y,
    'by',
  ),
  limit('before', /trước(?: thời điểm| lúc)?(?![a-zà-ỹ])/y, 'before'),
  limit('from', /(?:bắt đầu )?(?:kể )?từ(?![a-zà-ỹ])/y, 'from'),
  limit('to', /(?:cho )?(?:đến|tới)(?![a-zà-ỹ])/y, 'to'),
];

/** Words that add nothing to a time limit; anything not here and not understood makes the whole unknown. */
export const fillers: Construct = {
  name: 'filler',
  pattern:
    /(?:hoàn thành|hoàn tất|thực hiện|triển khai|tổ chức|báo cáo|tổng hợp|kết quả|gửi|xong|thời gian|thời hạn|hạn|là|vào|trong|lúc|ngày|của|và|hoặc)(?![a-zà-ỹ\d])|\.{2,}|…|[(),;:.\-\]/[]/y,
  read: () => ({ is: 'filler' }),
};
