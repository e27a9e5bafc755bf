import type { CalendarDate } from '#libraries/calendar/index.ts';

export const requestKinds = ['correct', 'erase', 'restrict', 'object'] as const;
export type RequestKind = (typeof requestKinds)[number];
export type RequestState = 'asked' | 'acknowledged' | 'granted' | 'refused' | 'withdrawn';

type Marks = {
  acknowledgedAt: Date | null;
  decision: 'granted' | 'refused' | null;
  withdrawnAt: Date | null;
};

export function requestState({ acknowledgedAt, decision, withdrawnAt }: Marks): RequestState {
  if (withdrawnAt) return 'withdrawn';
  return decision ?? (acknowledgedAt ? 'acknowledged' : 'asked');
}

export const isOpen = (state: RequestState): boolean => state === 'asked' || state === 'acknowledged';

/** The clock of acknowledging: late once the last working day is over and nobody has said a word. */
export const isLateToAcknowledge = (
  one: Marks & { acknowledgeBy: CalendarDate },
  today: CalendarDate,
): boolean => requestState(one) === 'asked' && one.acknowledgeBy < today;

/** Why a person's details cannot be erased yet; null when they can. Work by law goes on needing them. */
export function whyNotErase(
  person: { endedOn: string | null; erasedAt: Date | null },
  today: string,
): string | null {
  if (person.erasedAt) return 'Thông tin của người này đã xóa rồi.';
  if (person.endedOn === null || person.endedOn >= today)
    return 'Người này còn làm việc: chỉ xóa được liên hệ riêng. Ghi thôi việc (sau bàn giao) rồi mới xóa mọi thông tin.';
  return null;
}
