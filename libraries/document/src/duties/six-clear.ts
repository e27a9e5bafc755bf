import { firstWords } from '../outline/entries.ts';
import type { Clarity, SixClear } from '../reading.ts';
import type { Draft } from './draft.ts';

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
  return /thường xuyên/i.test(draft.clean.text)
    ? proposed('thường xuyên', 'văn bản ghi “thường xuyên”, không ghi thời hạn')
    : missing;
}

function responsibility(draft: Draft): Clarity {
  if (/chủ trì/i.test(draft.clean.text)) return stated('chủ trì');
  if (!draft.lead) return stated('phối hợp');
  if (draft.holders[0]?.origin?.how === 'column' || draft.holders[0]?.origin?.how === 'field')
    return { state: 'inherited', value: 'chủ trì', reason: 'theo ghi chú cơ quan chủ trì' };
  return proposed('chủ trì', 'không ghi vai trò, người được giao tự thực hiện');
}

const outputs =
  /(?:ban hành|xây dựng|lập|trình|báo cáo|tham mưu)[^.;]{0,40}?((?:kế hoạch|đề án|quyết định|báo cáo|quy chế|chương trình|văn bản|dự toán|phương án|danh sách|hướng dẫn|nghị quyết|quy định)[^.,;]{0,60})/iu;

function product(draft: Draft): Clarity {
  if (draft.product !== null)
    return {
      state: draft.product.inheritedFrom === null ? 'stated' : 'inherited',
      value: draft.product.text,
      reason: draft.product.inheritedFrom === null ? null : 'theo cột hoặc dòng sản phẩm',
    };
  const found = outputs.exec(draft.clean.text.slice(0, 2000));
  return found === null ? missing : proposed(found[1]!.trim(), 'suy từ việc phải làm');
}

const powers =
  /(?:trình|tham mưu|báo cáo|đề xuất) ((?:Chủ tịch )?(?:Ủy ban nhân dân|UBND|Hội đồng nhân dân|HĐND|Chính phủ|Thủ tướng|Bộ|Tỉnh ủy|Thành ủy|cấp có thẩm quyền|cấp thẩm quyền)[^.,;]{0,30})/iu;

function authority(draft: Draft): Clarity {
  const text = draft.clean.text.slice(0, 2000);
  if (/theo thẩm quyền|thuộc thẩm quyền/i.test(text)) return stated('theo thẩm quyền của người được giao');
  const found = powers.exec(text);
  return found === null
    ? missing
    : proposed(found[1]!.trim(), 'cấp quyết định theo việc trình, báo cáo trong câu');
}
