import { Table, Text, Title } from '@mantine/core';
import { useWords } from '#app/web/language.tsx';
import { showNumber } from '#app/web/show.ts';
import { consolidationWords } from '../consolidation.words.ts';
import { Moved } from '../totals/moved.tsx';
import { totalsWords } from '../totals/totals.words.ts';
import type { Brief } from './brief.page.tsx';
import { briefWords } from './brief.words.ts';

const cells = ['done-in-time', 'done-late', 'open-in-time', 'open-late'] as const;
const counted = { rule: 'flow' as const, unit: '' };

/** The figures of the report with how each moved since the frozen period before. */
export function KeyFigures({ brief }: { brief: Brief }) {
  const t = useWords(briefWords);
  const c = useWords(consolidationWords);
  const v = useWords(totalsWords);
  const { duties, dutiesBefore, before, indicators } = brief;
  const dutyRows = [
    { key: 'duties', name: t.duties, is: duties.duties, was: dutiesBefore?.duties },
    ...cells.map((cell) => ({
      key: cell,
      name: c.cells[cell],
      is: duties.cells[cell],
      was: dutiesBefore?.cells[cell],
    })),
  ];
  return (
    <section className="paper brief-part" aria-label={t.figures}>
      <Title order={2} fz="lg">
        {t.figures}
      </Title>
      {before ? null : (
        <Text fz="sm" c="dimmed">
          {t.noBefore}
        </Text>
      )}
      <Table className="brief-figures" aria-label={t.figures}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t.figure}</Table.Th>
            <Table.Th scope="col">{t.value}</Table.Th>
            {before ? <Table.Th scope="col">{t.since(before)}</Table.Th> : null}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {duties.duties
            ? dutyRows.map(({ key, name, is, was }) => (
                <Table.Tr key={key}>
                  <Table.Th scope="row">{name}</Table.Th>
                  <Table.Td>{showNumber(is)}</Table.Td>
                  {before ? (
                    <Table.Td>
                      <Moved moved={was === undefined ? null : changeOf(is, was)} indicator={counted} />
                    </Table.Td>
                  ) : null}
                </Table.Tr>
              ))
            : null}
          {indicators.map(({ indicator, total }) => (
            <Table.Tr key={indicator.key}>
              <Table.Th scope="row">{indicator.name}</Table.Th>
              <Table.Td>{total.said ?? v.notSaid}</Table.Td>
              {before ? (
                <Table.Td>
                  <Moved moved={total.moved} indicator={indicator} />
                </Table.Td>
              ) : null}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}

const changeOf = (is: number, was: number) => ({
  by: is - was,
  share: was ? ((is - was) / was) * 100 : null,
});
