import { firstWords } from '../outline/entries.ts';
import type { Clarity, SixClear } from '../reading.ts';
import { lowerCase } from '../text/fold.ts';
import type { Draft } from './draft.ts';
import { isStanding } from './standing.ts';

const missing: Clarity = { state: 'missing', value: null, reason: null };
const stated = (value: string): Clarity => ({ state: 'stated', value, reason: null });
const proposed = (value: string, reason: string): Clarity => ({ state: 'proposed', value, reason });

/** “6 rõ”: người, việc, thời gian, trách nhiệm, sản phẩm, thẩm quyền (QĐ 2179/QĐ-TTg, 6/10/2025). */
export function sixClearOf(draft: Draft): SixClear {
  return {
    person: person(draft),
    work: stated(firstWords(draft.clean.text, 14)),
    time: time(draft),
    responsibility: responsibility(draft),
    product: product(draft),
    authority: authority(draft),
  };
}

let lowered = { text: '', lower: '' };
/** The text of the duty in lower case, unit for unit; that of the last one is kept. */
function lowerOf({ clean: { text } }: Draft): string {
  if (lowered.text !== text) lowered = { text, lower: lowerCase(text) };
  return lowered.lower;
}

/** What the first group of a pattern finds in the lower case of a duty, as printed. */
function groupOf(pattern: RegExp, draft: Draft): string | null {
  const place = pattern.exec(lowerOf(draft).slice(0, 2000))?.indices?.[1];
  return place === undefined ? null : draft.clean.text.slice(...place).trim();
}

function person(draft: Draft): Clarity {
  const value = draft.holders.map((name) => name.text).join('; ');
  const origin = draft.holders[0]?.origin;
  if (origin == null) return value === '' ? missing : stated(value);
  return {
    state: 'inherited',
    value,
    reason: origin.path === null ? 'theo câu dẫn' : `theo mục ${origin.path}`,
  };
}

function time(draft: Draft): Clarity {
  if (draft.deadline !== null) {
    if (draft.deadlineFrom === null) return stated(draft.deadline.text);
    return {
      state: 'inherited',
      value: draft.deadline.text,
      reason: `theo mục ${draft.deadlineFrom.path ?? 'trên'}`,
    };
  }
  return isStanding(lowerOf(draft))
    ? proposed('thường xuyên', 'văn bản ghi “thường xuyên”, không ghi thời hạn')
    : missing;
}

function responsibility(draft: Draft): Clarity {
  if (lowerOf(draft).includes('chủ trì')) return stated('chủ trì');
  if (!draft.lead) return stated('phối hợp');
  if (draft.holders[0]?.origin?.how === 'column' || draft.holders[0]?.origin?.how === 'field')
    return { state: 'inherited', value: 'chủ trì', reason: 'theo ghi chú cơ quan chủ trì' };
  return proposed('chủ trì', 'không ghi vai trò, người được giao tự thực hiện');
}

const outputs =
  /(?:ban hành|xây dựng|lập|trình|báo cáo|tham mưu)[^.;]{0,40}?((?:kế hoạch|đề án|quyết định|báo cáo|quy chế|chương trình|văn bản|dự toán|phương án|danh sách|hướng dẫn|nghị quyết|quy định)[^.,;]{0,60})/d;

function product(draft: Draft): Clarity {
  if (draft.product !== null)
    return {
      state: draft.product.inheritedFrom === null ? 'stated' : 'inherited',
      value: draft.product.text,
      reason: draft.product.inheritedFrom === null ? null : 'theo cột hoặc dòng sản phẩm',
    };
  const found = groupOf(outputs, draft);
  return found === null ? missing : proposed(found, 'suy từ việc phải làm');
}

const powers =
  /(?:trình|tham mưu|báo cáo|đề xuất) ((?:chủ tịch )?(?:ủy ban nhân dân|ubnd|hội đồng nhân dân|hđnd|chính phủ|thủ tướng|bộ|tỉnh ủy|thành ủy|cấp có thẩm quyền|cấp thẩm quyền)[^.,;]{0,30})/d;

function authority(draft: Draft): Clarity {
  if (/(?:theo|thuộc) thẩm quyền/.test(lowerOf(draft).slice(0, 2000)))
    return stated('theo thẩm quyền của người được giao');
  const found = groupOf(powers, draft);
  return found === null ? missing : proposed(found, 'cấp quyết định theo việc trình, báo cáo trong câu');
}
