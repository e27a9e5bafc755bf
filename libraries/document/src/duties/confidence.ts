import type { Draft } from './draft.ts';

/** How sure the reading of a duty is, and why it is not surer. */
export function doubtsOf(draft: Draft): { confidence: number; doubts: string[] } {
  const doubts: string[] = [];
  let confidence = 0.97;
  const doubt = (cost: number, reason: string): void => {
    confidence *= 1 - cost;
    doubts.push(reason);
  };
  const from = draft.holders[0]?.origin;
  if (from?.how === 'next-task') doubt(0.3, 'người thực hiện, thời gian lấy từ nhiệm vụ liền sau');
  else if (from?.how === 'heading') doubt(0.03, 'người thực hiện kế thừa từ đề mục');
  else if (from?.how === 'lead-in') doubt(0.06, 'người thực hiện kế thừa từ câu dẫn');
  else if (from == null) doubt(0.08, 'người thực hiện nêu trong câu');
  if (draft.holders.some((name) => name.guessed)) doubt(0.25, 'tên cơ quan chưa có trong từ điển tên gọi');
  if (draft.coordinators.some((name) => name.guessed)) doubt(0.1, 'tên đơn vị phối hợp chưa chắc chắn');
  if (draft.holders.length > 6) doubt(0.1, 'nhiều người thực hiện trong một câu');
  if (draft.clean.text.length > 1500) doubt(0.1, 'câu dài, có thể gồm nhiều nhiệm vụ');
  if (!/[.;:!)\]”"]$/.test(draft.clean.text.trimEnd()) && draft.holders[0]?.origin?.how !== 'column')
    doubt(0.08, 'câu không có dấu kết thúc, có thể bị cắt');
  if (draft.deadline?.kind === 'other') doubt(0.05, 'thời hạn chưa quy đổi được ra ngày');
  return { confidence: Math.round(confidence * 100) / 100, doubts };
}
