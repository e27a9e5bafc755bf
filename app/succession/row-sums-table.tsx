import { Anchor, Table } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useLanguage, useWords } from '#app/web/language.tsx';
import { ScrollRegion } from '#app/web/scroll-region.tsx';
import type { Shown } from './succession.page.tsx';
import { successionWords } from './succession.words.ts';
import { AddsUp, Change } from './sums-table.tsx';

/** Rows of each register by agency, before and after, and that nothing is lost on the way. */
export function RowSumsTable({ change: { rowSums, names } }: { change: Shown }) {
  const t = useWords(successionWords);
  const { language } = useLanguage();
  const total = (of: 'before' | 'after') => rowSums.reduce((sum, row) => sum + row[of], 0);
  const addUp = total('before') === total('after');
  return (
    <>
      <ScrollRegion label={t.rows}>
        <Table aria-label={t.rows} miw={420}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t.register}</Table.Th>
              <Table.Th scope="col">{t.agency}</Table.Th>
              <Table.Th scope="col" ta="right">
                {t.total}
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rowSums.map(({ register, said, agencyId, before, after }) => (
              <Table.Tr key={register + agencyId}>
                <Table.Th scope="row" fw={400}>
                  <Anchor component={Link} to={`/registers/${register}`} underline="always">
                    {said[language]}
                  </Anchor>
                </Table.Th>
                <Table.Td>{names[agencyId]}</Table.Td>
                <Change before={before} after={after} />
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollRegion>
      <AddsUp isTrue={addUp} />
    </>
  );
}
