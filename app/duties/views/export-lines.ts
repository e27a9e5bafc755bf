import { nameOn } from '#app/agencies/dated-name.ts';
import type { Language } from '#app/platform/words.ts';
import type { SheetColumn } from '#app/platform/xlsx-stream.ts';
import type { groupings } from '../duty.contract.ts';
import { summarise } from '../duty.ts';
import { dutyWords } from '../duty.words.ts';
import { sayState, stateWords } from '../duty-words-of-state.ts';
import type { Column } from './columns.ts';
import type { ExportAgencies, ExportLine, ExportPart } from './export.store.ts';
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

type Written = { shown: Shown; agencies: ExportAgencies; stands: (parts: ExportLine['parts']) => string };
type WriteCell = (line: ExportLine, written: Written) => LineCell[];

/** Makes one line of the file after the other; what lines have in common is said once. */
export function writerOf(shown: Shown, agencies: ExportAgencies): (line: ExportLine) => LineCell[] {
  const { columns, by, language } = shown;
  const written = { shown, agencies, stands: standsIn(language) };
  const cells = columns.map((column) => cellsOfColumn[column]);
  return (line) => {
    line.parts.sort(inOrder(agencies));
    const made: LineCell[] = by ? [sayGroup(by, line.groupedUnder, line.symbol, language)] : [];
    made.push(line.path || line.position, line.symbol);
    for (const write of cells) made.push(...write(line, written));
    return made;
  };
}

const cellsOfColumn: Record<Column, WriteCell> = {
  text: (line, { shown }) => [
    line.isRequest ? `${dutyWords[shown.language].request}: ${line.text}` : line.text,
  ],
  agency: (line, written) => [
    names(line, 'holder', line.unnamedHolders, written),
    names(line, 'coordinator', line.unnamedCoordinators, written),
  ],
  due: (line, { shown }) => [line.dueOn ? new Date(line.dueOn) : dutyWords[shown.language].undatedShort],
  state: (line, { stands }) => [stands(line.parts)],
  cell: (line, { shown }) => [dutyWords[shown.language].cells[line.cell]],
  deadline: (line) => [line.deadlineWords],
};

/** What is done keeps the name its agency had on that day. */
function nameIn(agencies: ExportAgencies, [id, , , , keptDay]: ExportPart): string {
  const { name, names } = agencies.get(id)!;
  return (keptDay && nameOn(names ?? [], keptDay)) || name;
}

/** Those who lead first, then in the order of names; places are compared where they tell it, because names cost more. */
const inOrder = (agencies: ExportAgencies) => (one: ExportPart, other: ExportPart) => {
  if (one[1] !== other[1]) return one[1] === 'holder' ? -1 : 1;
  if (one[2] !== other[2]) return one[2] ? -1 : 1;
  if (one[4] || other[4]) return vietnamese.compare(nameIn(agencies, one), nameIn(agencies, other));
  return agencies.get(one[0])!.place - agencies.get(other[0])!.place;
};
const vietnamese = new Intl.Collator('vi');

/** How a whole duty stands, said once for all whose parts stand alike. */
function standsIn(language: Language): Written['stands'] {
  const said = new Map<string, string>();
  return (parts) => {
    let key = '';
    for (const [, role, leads, state] of parts) key += `${role} ${leads} ${state} `;
    const known = said.get(key);
    if (known !== undefined) return known;
    const summary = summarise(
      parts.map(([, role, leads, state]) => ({ role, leads, state, completedOn: null })),
    );
    const words = sayState(summary, language);
    const sentence = words.charAt(0).toUpperCase() + words.slice(1);
    said.set(key, sentence);
    return sentence;
  };
}

function names({ parts }: ExportLine, wanted: string, unnamed: string, { shown, agencies }: Written): string {
  let said = '';
  for (const part of parts)
    if (part[1] === wanted)
      said += `${said && '; '}${nameIn(agencies, part)} (${stateWords[shown.language][part[3]]})`;
  return said && unnamed ? `${said}; ${unnamed}` : said || unnamed;
}
