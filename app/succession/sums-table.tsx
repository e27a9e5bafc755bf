import { Table, Text, VisuallyHidden } from '@mantine/core';
import { dutyWords } from '#app/duties/duty.words.ts';
import { type Cell, cells } from '#app/duties/four-cells.ts';
import { useWords } from '#app/web/language.tsx';
import { ScrollRegion } from '#app/web/scroll-region.tsx';
import { showNumber } from '#app/web/show.ts';
import { successionWords } from './succession.words.ts';
import type { Sums } from './sums.ts';

/** The cells of each agency before and after, and that both columns of totals say the same. */
export function SumsTable({ sums, names }: { sums: Sums; names: Record<string, string> }) {
  const t = useWords(successionWords);
  const d = useWords(dutyWords);
  const ids = [...new Set([...sums.before, ...sums.after].map((row) => row.agencyId))];
  const all = (counts: Record<Cell, number>) => cells.reduce((sum, cell) => sum + counts[cell], 0);
  const of = (rows: Sums['before'], id: string) => rows.find((row) => row.agencyId === id);
  return (
    <>
      <ScrollRegion label={t.sums}>
        <Table aria-label={t.sums} miw={620}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t.agency}</Table.Th>
              {cells.map((cell) => (
                <Table.Th key={cell} scope="col" ta="right">
                  {d.cells[cell]}
                </Table.Th>
              ))}
              <Table.Th scope="col" ta="right">
                {t.total}
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {ids.map((id) => (
              <Table.Tr key={id}>
                <Table.Th scope="row" fw={400}>
                  {names[id]}
                </Table.Th>
                {cells.map((cell) => (
                  <Change
                    key={cell}
                    before={of(sums.before, id)?.counts[cell]}
                    after={of(sums.after, id)?.counts[cell]}
                  />
                ))}
                <Change before={of(sums.before, id)?.total} after={of(sums.after, id)?.total} />
              </Table.Tr>
            ))}
            <Table.Tr>
              <Table.Th scope="row">{t.total}</Table.Th>
              {cells.map((cell) => (
                <Table.Td key={cell} ta="right" fw={600}>
                  {showNumber(sums.total[cell])}
                </Table.Td>
              ))}
              <Table.Td ta="right" fw={600}>
                {showNumber(all(sums.total))}
              </Table.Td>
            </Table.Tr>
          </Table.Tbody>
        </Table>
      </ScrollRegion>
      <AddsUp isTrue={sums.addUp} />
    </>
  );
}

export function AddsUp({ isTrue }: { isTrue: boolean }) {
  const t = useWords(successionWords);
  return (
    <Text mt="xs" {...(isTrue ? {} : { role: 'alert', c: 'var(--late)' })}>
      {isTrue ? t.addsUp : t.addsNot}
    </Text>
  );
}

/** A figure that stays, or the old and the new one. */
export function Change({ before = 0, after = 0 }: { before: number | undefined; after: number | undefined }) {
  const t = useWords(successionWords);
  return (
    <Table.Td ta="right" style={{ whiteSpace: 'nowrap' }}>
      {before === after ? (
        showNumber(before)
      ) : (
        <>
          <VisuallyHidden>{t.before} </VisuallyHidden>
          {showNumber(before)} → <VisuallyHidden>{t.after} </VisuallyHidden>
          <b>{showNumber(after)}</b>
        </>
      )}
    </Table.Td>
  );
}
