import { matchingOn, matchPrintedName } from '#app/agencies/index.ts';
import type { ConfirmedDuty } from '#app/documents/index.ts';
import type { Tx } from '#app/platform/database.ts';
import { invalid } from '#app/platform/problem.ts';
import { agenciesOfMatch, type Decision, mustBeDecided, printedNames } from './publication.ts';

/** What prints names: duties of a document, rows of a tracker. */
export type Printing = {
  duties: readonly Pick<ConfirmedDuty, 'holders' | 'coordinators' | 'lead'>[];
  issuer: string | null;
};

/** Names mean the agencies of today, and groups unfold to the list of today: they get the work. */
export async function matchNames(tx: Tx, { duties, issuer }: Printing, today: string) {
  const { agencies, groups } = await matchingOn(tx, today);
  const context = { groups, ...(issuer ? { issuer } : {}) };
  const names = printedNames(duties).map((name) => {
    const match = matchPrintedName(name.printed, agencies, context);
    return {
      ...name,
      kind: match.kind,
      explanation: match.explanation,
      agencyIds: agenciesOfMatch(match),
      candidates: 'candidates' in match ? match.candidates : [],
      mustBeDecided: mustBeDecided(match),
      proposal: match.kind === 'unknown' ? match.proposal : null,
    };
  });
  return { agencies, names };
}

/** The agencies of each name: as decided, else as matched. @throws Problem 422 naming what is still open */
export async function decideNames(
  tx: Tx,
  printing: Printing,
  given: readonly Decision[],
  today: string,
): Promise<Decision[]> {
  const { agencies, names } = await matchNames(tx, printing, today);
  const known = new Set(agencies.map(({ id }) => id));
  const decided = new Map(given.map((decision) => [decision.printed, decision.agencyIds]));
  const open = names.filter((name) => name.mustBeDecided && !decided.has(name.printed));
  if (open[0])
    throw invalid(
      `Còn ${open.length} tên chưa rõ là cơ quan nào, ví dụ “${open[0].printed}”: chọn cơ quan hoặc để nguyên như văn bản.`,
      open.map(({ printed, explanation }) => ({ path: `decisions.${printed}`, message: explanation })),
    );
  if ([...decided.values()].flat().some((id) => !known.has(id)))
    throw invalid('Có cơ quan được chọn không còn trong danh mục: hãy tải lại trang rồi chọn lại.');
  return names.map(({ printed, agencyIds }) => ({ printed, agencyIds: decided.get(printed) ?? agencyIds }));
}
