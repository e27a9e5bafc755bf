import type { Language } from '#app/platform/words.ts';
import type { SheetColumn } from '#app/platform/xlsx-stream.ts';
import type { groupings } from '../duty.contract.ts';
import { summarise } from '../duty.ts';
import { dutyWords } from '../duty.words.ts';
import { sayState, stateWords } from '../duty-words-of-state.ts';
import type { Column } from './columns.ts';
import type { ExportLine } from './export.store.ts';
import { sayGroup } from './say-group.ts';
import { viewsWords } from './views.words.ts';

/** A cell of a file; a day is a Date at midnight UTC. */
export type LineCell = string | number | Date | null;
type Shown = { columns: readonly Column[]; by: (typeof groupings)[number] | undefined; language: Language };

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

/** One line of the file. */
export function cellsOf(line: ExportLine, shown: Shown): LineCell[] {
  const { columns, by, language } = shown;
  return [
    ...(by ? [sayGroup(by, line.groupedUnder, line.symbol, language)] : []),
    line.path || line.position,
    line.symbol,
    ...columns.flatMap((column) => cellOfColumn[column](line, language)),
  ];
}

const cellOfColumn: Record<Column, (line: ExportLine, language: Language) => LineCell[]> = {
  text: (line, language) => [line.isRequest ? `${dutyWords[language].request}: ${line.text}` : line.text],
  agency: (line, language) => [
    names(line, 'holder', line.unnamedHolders, language),
    names(line, 'coordinator', line.unnamedCoordinators, language),
  ],
  due: (line, language) => [line.dueOn ? new Date(line.dueOn) : dutyWords[language].undatedShort],
  state: (line, language) => {
    const said = sayState(summarise(partsOf(line)), language);
    return [said.charAt(0).toUpperCase() + said.slice(1)];
  },
  cell: (line, language) => [dutyWords[language].cells[line.cell]],
  deadline: (line) => [line.deadlineWords],
};

const partsOf = (line: ExportLine) =>
  line.parts.map(([, role, leads, state, completedOn]) => ({ role, leads, state, completedOn }));

const names = (line: ExportLine, wanted: string, unnamed: string[], language: Language) =>
  [
    ...line.parts
      .filter(([, role]) => role === wanted)
      .map(([name, , , state]) => `${name} (${stateWords[language][state]})`),
    ...unnamed,
  ].join('; ');
