import { plainFolded } from '#app/agencies/printed-words.ts';
import { type Change, closing } from './change.ts';
import { type Holdings, isOpenOn, isOwed, isRowOpenOn, type Move } from './holdings.ts';
import { agencyMoves } from './register-moves.ts';
import { keyOfRows, rowMoves } from './row-moves.ts';
import {
  absenceMoves,
  definitionMoves,
  difficultyMoves,
  membershipMoves,
  partMoves,
  reportMoves,
  unitMoves,
} from './work-moves.ts';

/** Something that could go to more than one body, or stay. */
export type Choice = {
  key: string;
  what: 'part' | 'report' | 'membership' | 'parent' | 'row';
  label: string;
  note: string;
  fromId: string;
  options: string[];
  chosen: string;
};
/** What does not move, counted, and why. */
export type Stay = {
  what: 'part' | 'report' | 'membership' | 'name' | 'row';
  fromId: string;
  count: number;
  why: StayReason;
};
export type StayReason = 'done' | 'over' | 'withdrawn' | 'filed' | 'ended' | 'chosen' | 'several' | 'renamed';
export type Plan = { moves: Move[]; choices: Choice[]; stays: Stay[] };

/** Where everything of an agency goes unless somebody chooses otherwise. */
const mainTarget = (change: Change): string | null =>
  (change.to.find((target) => !target.field.trim()) ?? change.to[0])?.id ?? null;

/**
 * Everything that changes when a succession is applied, each row before and after, what people may choose, and what
 * stays. Pure: the same change over the same holdings plans the same rows.
 */
export function planSuccession(change: Change, holdings: Holdings, newId: () => string): Plan {
  const choices = change.kind === 'rename' ? [] : choicesOf(change, holdings);
  const goesTo = (key: string, fromId: string): string | null => {
    const choice = choices.find((one) => one.key === key);
    if (choice) return choice.chosen === 'stay' ? null : choice.chosen;
    return closing(change).includes(fromId) ? mainTarget(change) : null;
  };
  return {
    moves: [
      ...agencyMoves(change, holdings, newId),
      ...partMoves(change, holdings, goesTo),
      ...reportMoves(change, holdings, goesTo),
      ...difficultyMoves(change, holdings, goesTo),
      ...membershipMoves(change, holdings, goesTo, newId),
      ...absenceMoves(change, holdings, goesTo),
      ...unitMoves(change, holdings, goesTo, newId),
      ...rowMoves(change, holdings, goesTo),
      ...definitionMoves(change, holdings),
    ],
    choices,
    stays: staysOf(change, holdings, choices),
  };
}

/** Where several could take something over, or an agency goes on beside them: by the words of the fields. */
function choicesOf(change: Change, holdings: Holdings): Choice[] {
  const closed = new Set(closing(change));
  const isOpen = (fromId: string) => change.from.includes(fromId);
  const optionsOf = (fromId: string) => [
    ...change.to.map((target) => target.id).filter((id) => id !== fromId),
    ...(closed.has(fromId) ? [] : ['stay']),
  ];
  const propose = (fromId: string, text: string | null): string => {
    const taking =
      text === null ? undefined : change.to.find((one) => one.id !== fromId && speaksOf(text, one.field));
    if (taking) return taking.id;
    return closed.has(fromId) ? (mainTarget(change) ?? 'stay') : 'stay';
  };
  const make = (
    what: Choice['what'],
    id: string,
    fromId: string,
    said: { label: string; note: string; text: string | null },
    key = `${what}:${id}`,
  ) => {
    const options = optionsOf(fromId);
    const wanted = change.choices[key];
    const chosen = wanted && options.includes(wanted) ? wanted : propose(fromId, said.text);
    return options.length < 2
      ? []
      : [{ key, what, label: said.label, note: said.note, fromId, options, chosen }];
  };
  return [
    ...holdings.parts
      .filter((part) => isOpen(part.agencyId) && isOpenOn(part, change.on))
      .flatMap((part) =>
        make('part', part.id, part.agencyId, { label: part.label, note: part.text, text: part.text }),
      ),
    ...holdings.reports
      .filter((report) => closed.has(report.agencyId) && isOwed(report))
      .flatMap((report) =>
        make('report', report.id, report.agencyId, {
          label: report.label,
          note: report.agencyName,
          text: null,
        }),
      ),
    ...holdings.people
      .filter((held) => isOpen(held.agencyId) && (held.validTo === null || held.validTo >= change.on))
      .flatMap((held) =>
        make('membership', held.id, held.agencyId, {
          label: held.personName,
          note: held.role,
          text: null,
        }),
      ),
    ...holdings.units
      .filter((link) => closed.has(link.parentId) && (link.validTo === null || link.validTo >= change.on))
      .flatMap((link) =>
        make('parent', link.id, link.parentId, {
          label: nameOf(holdings, link.agencyId),
          note: '',
          text: null,
        }),
      ),
    ...[...openBooks(change, holdings)].flatMap(([key, [row, ...others]]) => {
      const [label] = row!.said;
      const note = String(1 + others.length);
      return make('row', row!.register, row!.agencyId, { label, note, text: label }, key);
    }),
  ];
}

/** Open rows of those that change, by register and agency. */
const openBooks = (change: Change, { rows }: Holdings) =>
  Map.groupBy(
    rows.filter((row) => change.from.includes(row.agencyId) && isRowOpenOn(row, change.on)),
    keyOfRows,
  );

/** Do the words of a duty name a field? Every word of one of its phrases stands there, in any case, without diacritics. */
export function speaksOf(text: string, field: string): boolean {
  const here = ` ${plainFolded(text).join(' ')} `;
  return field
    .split(/[,;\n]/)
    .map((phrase) => plainFolded(phrase).join(' '))
    .some((phrase) => phrase !== '' && here.includes(` ${phrase} `));
}

const nameOf = (holdings: Holdings, id: string): string =>
  holdings.agencies.find((agency) => agency.id === id)?.name ?? '';

function staysOf(change: Change, holdings: Holdings, choices: readonly Choice[]): Stay[] {
  const stays: Stay[] = [];
  const add = (what: Stay['what'], fromId: string, why: StayReason, count: number) => {
    if (count) stays.push({ what, fromId, why, count });
  };
  for (const fromId of change.from) {
    const parts = holdings.parts.filter((part) => part.agencyId === fromId);
    const reports = holdings.reports.filter((report) => report.agencyId === fromId);
    const people = holdings.people.filter((held) => held.agencyId === fromId);
    const closed = parts.filter((part) => !isOpenOn(part, change.on));
    add('part', fromId, 'done', closed.filter((part) => part.state === 'completed').length);
    add('part', fromId, 'withdrawn', closed.filter((part) => part.state === 'withdrawn').length);
    add('report', fromId, 'filed', reports.filter((report) => !isOwed(report)).length);
    add(
      'membership',
      fromId,
      'ended',
      people.filter((held) => held.validTo !== null && held.validTo < change.on).length,
    );
    const rows = holdings.rows.filter((row) => row.agencyId === fromId);
    add('row', fromId, 'over', rows.filter((row) => !isRowOpenOn(row, change.on)).length);
    if (change.kind === 'rename') add('part', fromId, 'renamed', parts.length - closed.length);
    for (const what of ['part', 'membership', 'report'] as const)
      add(
        what,
        fromId,
        'chosen',
        choices.filter((one) => one.what === what && one.fromId === fromId && one.chosen === 'stay').length,
      );
    const keeps = choices.filter(
      (one) => one.what === 'row' && one.fromId === fromId && one.chosen === 'stay',
    );
    for (const { note } of keeps) add('row', fromId, 'chosen', Number(note));
    const names = holdings.agencies.find((agency) => agency.id === fromId)?.names.length ?? 0;
    if (closing(change).includes(fromId) && change.to.length > 1) add('name', fromId, 'several', names);
  }
  return stays;
}
