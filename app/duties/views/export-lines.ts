import { nameOn } from '#app/agencies/dated-name.ts';
import type { Language } from '#app/platform/words.ts';
import type { SheetColumn } from '#app/platform/xlsx-stream.ts';
import type { groupings } from '../duty.contract.ts';
import { type Part, summarise } from '../duty.ts';
import { dutyWords } from '../duty.words.ts';
import { sayState, stateWords } from '../duty-words-of-state.ts';
import type { Column } from './columns.ts';
import { type ExportAgencies, type ExportLine, type ExportPart, readParts } from './export.store.ts';
import { sayGroup } from './say-group.ts';
import { viewsWords } from './views.words.ts';

/** A cell of a file; a day is a Date at midnight UTC. */
export type LineCell = string | number | Date | null;
export type Shown = {
  columns: readonly Column[];
  by: (typeof groupings)[number] | undefined;
  language: Language;
};

const widths: Record<Column, number[]> = {
  text: [70],
  agency: [40, 40],
  due: [13],
  state: [36],
  cell: [26],
  deadline: [32],
};

/** Names of the file's columns: those of the list, agencies in two. */
export function headOf({ columns, by, language }: Shown): SheetColumn[] {
  const [t, d] = [viewsWords[language], dutyWords[language]];
  const named = columns.flatMap((column) => {
    const names =
      column === 'agency' ? [`${d.leads} / ${d.takesPart}`, d.coordinates] : [t.columnNames[column]];
    return names.map((name, at) => ({ heading: name, width: widths[column][at]! }));
  });
  return [
    ...(by ? [{ heading: t.groupings[by], width: 30 }] : []),
    { heading: t.position, width: 12 },
    { heading: d.document, width: 18 },
    ...named,
  ];
}

/** A part with its name and state in words; `stands` is alike where parts count alike for the whole. */
type SaidPart = ExportPart & { name: string; said: string; stands: string };
type Written = { shown: Shown; stands: (parts: SaidPart[]) => string };
type WriteCell = (line: ExportLine, parts: SaidPart[], written: Written) => LineCell[];

/** Makes one line of the file after the other; what lines have in common is said once. */
export function writerOf(shown: Shown, agencies: ExportAgencies): (line: ExportLine) => LineCell[] {
  const { columns, by, language } = shown;
  const written = { shown, stands: standsIn(language) };
  const cells = columns.map((column) => cellsOfColumn[column]);
  const order = inOrder(agencies);
  const partsOf = readParts((part): SaidPart => {
    const name = nameIn(agencies, part);
    const { role, leads, state } = part;
    return {
      ...part,
      name,
      said: `${name} (${stateWords[language][state]})`,
      stands: `${role} ${leads} ${state} `,
    };
  });
  return (line) => {
    const parts = partsOf(line).sort(order);
    const made: LineCell[] = by ? [sayGroup(by, line.groupedUnder, line.symbol, language)] : [];
    made.push(line.path || line.position, line.symbol);
    for (const write of cells) made.push(...write(line, parts, written));
    return made;
  };
}

const cellsOfColumn: Record<Column, WriteCell> = {
  text: (line, _, { shown }) => [
    line.isRequest ? `${dutyWords[shown.language].request}: ${line.text}` : line.text,
  ],
  agency: (line, parts) => [
    names(parts, 'holder', line.unnamedHolders),
    names(parts, 'coordinator', line.unnamedCoordinators),
  ],
  due: (line, _, { shown }) => [line.dueOn ? new Date(line.dueOn) : dutyWords[shown.language].undatedShort],
  state: (_, parts, { stands }) => [stands(parts)],
  cell: (line, _, { shown }) => [dutyWords[shown.language].cells[line.cell]],
  deadline: (line) => [line.deadlineWords],
};

/** What is done keeps the name its agency had on that day. */
function nameIn(agencies: ExportAgencies, { agencyId, keptDay }: ExportPart): string {
  const { name, names } = agencies.get(agencyId)!;
  return (keptDay && nameOn(names ?? [], keptDay)) || name;
}

/** Those who lead first, then in the order of names; places are compared where they tell it, because names cost more. */
const inOrder = (agencies: ExportAgencies) => (one: SaidPart, other: SaidPart) => {
  if (one.role !== other.role) return one.role === 'holder' ? -1 : 1;
  if (one.leads !== other.leads) return one.leads ? -1 : 1;
  if (one.keptDay || other.keptDay) return vietnamese.compare(one.name, other.name);
  return agencies.get(one.agencyId)!.place - agencies.get(other.agencyId)!.place;
};
const vietnamese = new Intl.Collator('vi');

/** How a whole duty stands, said once for all whose parts stand alike. */
function standsIn(language: Language): Written['stands'] {
  const said = new Map<string, string>();
  return (parts) => {
    let key = '';
    for (const part of parts) key += part.stands;
    const known = said.get(key);
    if (known !== undefined) return known;
    const summary = summarise(parts.map((part) => ({ ...part, completedOn: null })));
    const words = sayState(summary, language);
    const sentence = words.charAt(0).toUpperCase() + words.slice(1);
    said.set(key, sentence);
    return sentence;
  };
}

function names(parts: SaidPart[], role: Part['role'], unnamed: string): string {
  const said = parts.filter((part) => part.role === role).map((part) => part.said);
  return (unnamed ? [...said, unnamed] : said).join('; ');
}
