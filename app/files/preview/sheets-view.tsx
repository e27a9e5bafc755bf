import { Tabs, Text } from '@mantine/core';
import { useWords } from '#app/web/language.tsx';
import { ScrollRegion } from '#app/web/scroll-region.tsx';
import { fileWords } from '../file.words.ts';
import type { ShownSheet } from './sheets.ts';

/** The first sheets of a workbook as tables, with the letters and numbers of its columns and rows. */
export function SheetsView({ sheets, count }: { sheets: ShownSheet[]; count: number }) {
  const t = useWords(fileWords);
  return (
    <div className="paper">
      <Tabs defaultValue="0" keepMounted={false}>
        <Tabs.List aria-label={t.sheet}>
          {sheets.map((sheet, index) => (
            <Tabs.Tab key={sheet.name} value={String(index)}>
              {sheet.name}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {sheets.map((sheet, index) => (
          <Tabs.Panel key={sheet.name} value={String(index)}>
            <SheetTable sheet={sheet} />
          </Tabs.Panel>
        ))}
      </Tabs>
      {count > sheets.length ? (
        <Text fz="sm" c="dimmed" p="sm">
          {t.sheetsCut(sheets.length, count)}
        </Text>
      ) : null}
    </div>
  );
}

function SheetTable({ sheet }: { sheet: ShownSheet }) {
  const t = useWords(fileWords);
  const width = sheet.cells.reduce((most, row) => Math.max(most, row.length), 0);
  if (!width) return <Text p="md">{t.emptySheet}</Text>;
  const columns = Array.from({ length: width }, (_, index) => letterOf(index));
  const isCut = sheet.rows > sheet.cells.length || sheet.columns > width;
  return (
    <>
      {isCut ? (
        <Text fz="sm" c="dimmed" className="file-bar">
          {t.sheetCut(sheet.cells.length, sheet.rows, width, sheet.columns)}
        </Text>
      ) : null}
      <ScrollRegion className="file-scroll" label={`${t.sheet} ${sheet.name}`}>
        <table className="file-sheet" aria-label={`${t.sheet} ${sheet.name}`}>
          <thead>
            <tr>
              <th scope="col">{t.row}</th>
              {columns.map((letter) => (
                <th key={letter} scope="col">
                  {letter}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sheet.cells.map((row, number) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a row of a sheet is its number
              <tr key={number}>
                <th scope="row">{number + 1}</th>
                {columns.map((letter, column) => (
                  <td key={letter}>{row[column] ?? ''}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </>
  );
}

/** 0 → A, 25 → Z, 26 → AA. */
function letterOf(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : letterOf(Math.floor(index / 26) - 1) + letter;
}
