import { initials } from '#app/reports/definition-of-plan.ts';
import type { LetterFrame } from './letter-facts.ts';
import type { LetterRules } from './letter-rules.ts';

export type Writer = {
  kind: string;
  name: string;
  /** All its names, the full one first. */
  names: readonly string[];
  superior: string | null;
  /** Name of its leader, where one is known. */
  leader: string | null;
  /** As its last numbered letter was signed. */
  lastSigned: LetterFrame['signature'] | null;
};

/** How letters of a kind of agency are signed; a province changes it in the letter. */
const signed: Record<string, { authority: string[]; position: string }> = {
  'uy-ban': { authority: ['TM. Ủy ban nhân dân'], position: 'Chủ tịch' },
  'ubnd-xa': { authority: ['TM. Ủy ban nhân dân'], position: 'Chủ tịch' },
  'ubnd-huyen': { authority: ['TM. Ủy ban nhân dân'], position: 'Chủ tịch' },
  'lien-hiep': { authority: [], position: 'Chủ tịch' },
  hoi: { authority: [], position: 'Chủ tịch' },
  so: { authority: [], position: 'Giám đốc' },
  'van-phong': { authority: [], position: 'Chánh Văn phòng' },
};

/** "SNgV" where the agency has such a name, else the initials of its shortest one. */
function initialsOf({ kind, names }: Writer): string {
  if (kind === 'uy-ban') return 'UBND';
  return names.find((name) => /^\p{Lu}[\p{L}&]{1,9}$/u.test(name)) ?? initials(names);
}

/** What stands around the letters of an agency in a province, "Thành phố Cần Thơ". */
export function frameOf(
  writer: Writer,
  province: string,
  today: string,
  { unit }: Pick<LetterRules, 'unit'>,
): LetterFrame {
  const { authority, position } = signed[writer.kind] ?? { authority: [], position: 'Thủ trưởng' };
  return {
    issuer: writer.name,
    superior: writer.superior ?? '',
    place: province.replace(/^(thành phố|tỉnh)\s+/i, ''),
    initials: initialsOf(writer),
    unit,
    commands: writer.kind === 'uy-ban',
    signature: writer.lastSigned ?? { authority, position, name: writer.leader ?? '' },
    today,
  };
}
