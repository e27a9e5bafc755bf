import { type AgencyKind, isInStateChain } from '#app/agencies/agency.ts';
import type { Match } from '#app/agencies/index.ts';
import type { ConfirmedDuty } from '#app/documents/index.ts';

/** What is needed of a duty to see whom it goes to. */
type Named = Pick<ConfirmedDuty, 'holders' | 'coordinators' | 'lead'>;

/** Whom a printed name is given to; none of them: the name stays as printed. */
export type Decision = { printed: string; agencyIds: string[] };

export type PrintedName = { printed: string; asHolder: number; asCoordinator: number };

/** Every name the duties print, in the order of the text, with how many duties name it as what. */
export function printedNames(duties: readonly Named[]): PrintedName[] {
  const names = new Map<string, PrintedName>();
  const count = (printed: string, field: 'asHolder' | 'asCoordinator') => {
    const known = names.get(printed) ?? { printed, asHolder: 0, asCoordinator: 0 };
    names.set(printed, { ...known, [field]: known[field] + 1 });
  };
  for (const duty of duties) {
    for (const printed of new Set(duty.holders)) count(printed, 'asHolder');
    for (const printed of new Set(duty.coordinators)) count(printed, 'asCoordinator');
  }
  return [...names.values()];
}

/** Does a person have to say whom this name means? An 'unnamed' body may simply stay as printed. */
export const mustBeDecided = (match: Match): boolean =>
  match.kind === 'unknown' || match.kind === 'ambiguous';

/** Whom a match gives work to without anybody deciding. */
export function agenciesOfMatch(match: Match): string[] {
  if (match.kind === 'agency') return [match.agencyId];
  return match.kind === 'group' ? match.agencyIds : [];
}

export type PlannedPart = {
  agencyId: string;
  printedName: string;
  role: 'holder' | 'coordinator';
  leads: boolean;
};
export type PlannedDuty<D extends Named = ConfirmedDuty> = {
  duty: D;
  parts: PlannedPart[];
  unnamedHolders: string[];
  unnamedCoordinators: string[];
};

/**
 * Who gets which part of which duty. An agency has one part of a duty: the first name that means it counts, and who
 * holds a duty does not also coordinate it ("Sở Nội vụ … phối hợp với các sở, ban, ngành").
 */
export function planPublication<D extends Named>(
  duties: readonly D[],
  decisions: readonly Decision[],
): PlannedDuty<D>[] {
  const decided = new Map(decisions.map(({ printed, agencyIds }) => [printed, agencyIds]));
  return duties.map((duty) => {
    const parts: PlannedPart[] = [];
    const taken = new Set<string>();
    const give = (names: readonly string[], role: PlannedPart['role']): string[] =>
      [...new Set(names)].filter((printedName) => {
        const agencyIds = decided.get(printedName) ?? [];
        for (const agencyId of agencyIds) {
          if (taken.has(agencyId)) continue;
          taken.add(agencyId);
          parts.push({ agencyId, printedName, role, leads: role === 'holder' && duty.lead });
        }
        return !agencyIds.length;
      });
    const unnamedHolders = give(duty.holders, 'holder');
    const unnamedCoordinators = give(duty.coordinators, 'coordinator');
    return { duty, parts, unnamedHolders, unnamedCoordinators };
  });
}

/**
 * Is the duty asked for, not ordered? Wording and kind of body together: "Đề nghị các sở …" is an order politely
 * said, the Front and the Party can only be asked. Where no holder is a known agency the wording alone decides.
 */
export function isAskedOnly(wordedAsRequest: boolean, holders: readonly AgencyKind[]): boolean {
  return wordedAsRequest && !holders.some(isInStateChain);
}

/** "27 nhiệm vụ giao cho 31 cơ quan"; `unassigned` duties have no holder that is an agency. */
export const countGiven = (planned: readonly PlannedDuty<Named>[]) => ({
  duties: planned.length,
  agencies: new Set(planned.flatMap(({ parts }) => parts.map((part) => part.agencyId))).size,
  assignments: planned.reduce((sum, { parts }) => sum + parts.length, 0),
  unassigned: planned.filter(({ parts }) => !parts.some((part) => part.role === 'holder')).length,
});
