import type { AssignmentState } from '#app/duties/assignment.ts';
import { stateWords } from '#app/duties/duty-words-of-state.ts';
import type { Role } from '#app/platform/viewer.ts';

export const itemKinds = [
  'role',
  'assignment',
  'report',
  'document',
  'substitution',
  'promise',
  'contact',
  'other',
] as const;
export type ItemKind = (typeof itemKinds)[number];
/** What only the person who leaves knows, and writes down. */
export const writtenKinds = ['promise', 'contact', 'other'] as const;

/** Something a person holds in an agency, as it stands on the day. */
export type HeldItem = {
  kind: ItemKind;
  subjectId: string | null;
  page: string | null;
  title: string;
  detail: string | null;
  dueOn: string | null;
  /** For roles: which one. */
  role?: Role;
};

export type Taken = HeldItem & { successorId: string | null };

/** Why a hand-over cannot be made as given, in one sentence; null when it can. */
export function whyNot(
  given: { personId: string; preparedBy: string },
  items: readonly Pick<Taken, 'kind' | 'successorId'>[],
): string | null {
  const successors = new Set(items.flatMap(({ successorId }) => successorId ?? []));
  if (successors.size === 0) return 'Chưa chọn người nhận nào: hãy chọn người nhận cho ít nhất một mục.';
  if (successors.has(given.personId)) return 'Người giao không thể tự nhận: hãy chọn người khác.';
  if (successors.has(given.preparedBy))
    return 'Bàn giao cần hai người: người lập không tự nhận. Hãy nhờ người giao hoặc quản trị lập.';
  const left = items.filter(({ kind, successorId }) => mustBeTaken(kind) && !successorId).length;
  if (left) return `Còn ${left} việc chưa có người nhận: hãy chọn người nhận để không việc nào bị bỏ quên.`;
  return null;
}

/** Work goes on, so somebody takes it; a role or a substitution may simply end. */
export const mustBeTaken = (kind: ItemKind): boolean => kind !== 'role' && kind !== 'substitution';

/** "đang thực hiện; ghi gần nhất: …" */
export function detailOfPart(state: AssignmentState, lastNote: string | null): string {
  const note = lastNote && lastNote.length > 160 ? `${lastNote.slice(0, 159)}…` : lastNote;
  return note ? `${stateWords.vi[state]}; ghi gần nhất: “${note}”` : stateWords.vi[state];
}

/** A long sentence of a plan as a line of a list. */
export function shortTitle(path: string, text: string): string {
  const line = `${path ? `${path}. ` : ''}${text}`.replace(/\s+/g, ' ').trim();
  return line.length > 240 ? `${line.slice(0, 239)}…` : line;
}
