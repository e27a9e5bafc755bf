import { bodyAt } from '../bodies/body.ts';
import { bodyListAt } from '../bodies/list.ts';
import type { Evidence } from '../reading.ts';
import type { Clean } from '../text/clean.ts';
import { spanOf } from '../text/clean.ts';
import { listed, Phrases } from '../text/phrases.ts';
import type { Words } from '../text/words.ts';

const sending = new Phrases(
  listed(
    'gửi | báo cáo | phản ánh | thông tin | thông báo | gửi báo cáo | báo cáo, kiến nghị | báo cáo, đề xuất | báo cáo, tham mưu | gửi về',
  ),
);
const towards = new Phrases(
  listed('về | cho | đến | tới | với | lên | qua | thông qua | đồng gửi | gửi | báo cáo'),
);
const straight = new Phrases(
  listed('gửi | báo cáo | báo cáo, kiến nghị | báo cáo, đề xuất | gửi báo cáo | gửi về'),
);

/** The body to which a result must be sent: gửi, báo cáo, phản ánh về, thông tin về. Not trình, tham mưu, đề xuất. */
export function reportedTo(clean: Clean, w: Words): Evidence | null {
  let first = 0;
  while (first < w.count && sending.at(w, first) === 0) first++;
  // Most texts send nothing: their names need not be read for this.
  if (first >= w.count) return null;
  let within = 0;
  for (let k = 0; k < w.count; k++) {
    within = Math.max(within, namedUntil(w, k));
    const size = k < within ? 0 : sending.at(w, k);
    if (size === 0 || (k > 0 && w.lower[k - 1] === 'trước' && w.lower[k + 1] === 'khi')) continue;
    const at = receiverAfter(w, k, size);
    if (at < 0) continue;
    return receiver(clean, w, at);
  }
  return null;
}

/** End of a name that begins here: “Sở Thông tin và Truyền thông” holds no verb. */
function namedUntil(w: Words, k: number): number {
  const body = bodyAt(w, k);
  return body !== null && body.form === 'proper' ? body.end : 0;
}

function receiverAfter(w: Words, k: number, size: number): number {
  const next = k + size;
  if (straight.at(w, k) > 0 && !/[.;:]/.test(w.after[next - 1] ?? '.') && isReceiver(w, next)) return next;
  for (let i = next; i < w.count && i < next + 26; i++) {
    const mark = w.after[i - 1]!;
    if (mark !== '' && /[.;:]/.test(mark)) return -1;
    if (i > next && (w.lower[i] === 'trình' || (w.lower[i] === 'tham' && w.lower[i + 1] === 'mưu')))
      return -1;
    const to = towards.at(w, i);
    if (to > 0 && isReceiver(w, i + to)) return i + to;
  }
  return -1;
}

const receiving = new Phrases(
  listed(
    'các bộ | các sở | cơ quan thường trực | cơ quan chủ trì | cơ quan đầu mối | đơn vị chủ trì | cơ quan có thẩm quyền',
  ),
);

/** A body that can receive: not “các trường hợp”, not “cơ quan có thẩm quyền” in general. */
function isReceiver(w: Words, i: number): boolean {
  const body = bodyAt(w, i);
  if (body === null || body.form === 'area') return false;
  if (body.form === 'proper' || body.form === 'position') return true;
  return body.form === 'group' && receiving.at(w, i) > 0;
}

function receiver(clean: Clean, w: Words, at: number): Evidence | null {
  const list = bodyListAt(w, at);
  const first = list.bodies[0];
  if (first === undefined) return null;
  let last = first.end;
  for (const body of list.bodies.slice(1))
    if (body.form === 'proper' || body.form === 'position') last = body.end;
  const begin = w.begin[at]!;
  let end = w.end[last - 1]!;
  const through = /^[ ]?\((?:qua|thông qua|cơ quan|Cục|Sở|Ban)[^)]*\)/.exec(clean.text.slice(end, end + 120));
  if (through !== null) end += through[0].length;
  const text = clean.text.slice(begin, end);
  return { text, span: spanOf(clean, begin, end), inheritedFrom: null };
}
