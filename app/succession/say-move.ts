import { showDay } from '#app/web/show.ts';
import type { MoveShown } from './succession.contract.ts';
import type { successionWords } from './succession.words.ts';

type Words = (typeof successionWords)['vi'];
type Change = { on: string; names: Record<string, string> };

/** What becomes of one row, in words: "Sở A → Sở B", "kết thúc hết ngày 30/06/2025". */
export function sayMove(move: MoveShown, change: Change, t: Words): string {
  const { before, after } = move;
  const name = (id: unknown) => change.names[String(id)] ?? '';
  const since = showDay(change.on);
  switch (move.what) {
    case 'agency':
      return before ? t.ends(showDay(String(after?.validTo))) : t.begins(since);
    case 'name':
      if (before) return t.nameUntil(showDay(String(after?.validTo)));
      return after?.kind === 'former'
        ? t.formerOf(name(after.agencyId))
        : t.nameFrom(name(after?.agencyId), since);
    case 'part':
    case 'row':
      return t.moves(name(before?.agencyId), name(after?.agencyId));
    case 'report':
      if (after?.joinedInto) return t.joins(String(before?.agencyName));
      return t.signsAs(String(before?.agencyName), String(after?.agencyName));
    case 'writing':
      return t.joined(Number(before?.paragraphs), Number(after?.paragraphs));
    case 'absence':
      return t.moves(name(before?.agencyId), name(after?.agencyId));
    case 'difficulty':
      return [
        ...(before?.agencyId === after?.agencyId
          ? []
          : [t.moves(name(before?.agencyId), name(after?.agencyId))]),
        ...(before?.authorityId === after?.authorityId
          ? []
          : [t.asked(name(before?.authorityId), name(after?.authorityId))]),
      ].join('; ');
    case 'membership':
      return sayMembership(move, name, t);
    case 'parent':
      return before ? t.underUntil(name(before.parentId), since) : t.under(name(after?.parentId), since);
    case 'definition':
      return t.replaced(newLines(before, after).join('; '));
  }
}

function sayMembership({ before, after }: MoveShown, name: (id: unknown) => string, t: Words): string {
  const agency = name((after ?? before)?.agencyId);
  if (!after) return t.leavesWhole(agency);
  if (after.validTo && !before?.validTo) return t.leaves(agency, showDay(dayAfter(String(after.validTo))));
  return t.joinsAgency(agency, showDay(String(after.validFrom)));
}

const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

function newLines(before: MoveShown['before'], after: MoveShown['after']): string[] {
  const lines = (row: MoveShown['after']) => [
    String(row?.issuer),
    ...((row?.addressees ?? []) as string[]),
    ...((row?.recipients ?? []) as string[]),
  ];
  const old = new Set(lines(before));
  return lines(after).filter((line) => !old.has(line));
}
