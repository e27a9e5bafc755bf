import { bodyListAt } from '../bodies/list.ts';
import { listed, Phrases } from '../text/phrases.ts';
import type { Words } from '../text/words.ts';
import type { Subject } from './subject.ts';

const doing = new Phrases(
  listed('thực hiện | triển khai | tổ chức | chỉ đạo | phối hợp | nghiên cứu | nghiêm túc | khẩn trương'),
);

/** “Văn phòng … thông báo để các cơ quan biết, thực hiện”: those who are told, if they have to do something; null where nobody is told. */
export function noticeIn(w: Words): Subject | null {
  for (let k = 0; k + 2 < w.count; k++) {
    if (w.lower[k] !== 'thông' || w.lower[k + 1] !== 'báo') continue;
    for (let i = k + 2; i < w.count && i < k + 14 && !/[.;]/.test(w.after[i - 1]!); i++) {
      if (!/^(?:để|đến|tới|cho)$/.test(w.lower[i]!)) continue;
      const { bodies, end } = bodyListAt(w, i + 1);
      if (bodies.length > 0 && isTold(w, end))
        return { bodies: doesAfter(w, end) ? bodies : [], request: false, end };
    }
  }
  return null;
}

const isTold = (w: Words, at: number): boolean =>
  w.lower[at] === 'biết' || (w.lower[at] === 'được' && w.lower[at + 1] === 'biết');

function doesAfter(w: Words, from: number): boolean {
  for (let k = from; k < w.count && k < from + 8; k++) if (doing.at(w, k) > 0) return true;
  return false;
}
