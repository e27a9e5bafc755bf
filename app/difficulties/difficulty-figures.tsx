import { Table, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { call } from '#app/web/call.ts';
import { useLanguage, useWords } from '#app/web/language.tsx';
import { showNumber } from '#app/web/show.ts';
import { difficultyFigures } from './difficulty.contract.ts';
import { difficultyWords } from './difficulty.words.ts';
import type { Cause } from './raise-form.tsx';

/** How quickly each level answers, and what comes back again and again. */
export function DifficultyFigures({ causes }: { causes: Cause[] }) {
  const t = useWords(difficultyWords);
  const { language } = useLanguage();
  const { data } = useQuery({
    queryKey: ['difficulties', 'figures'],
    queryFn: () => call(difficultyFigures, {}),
  });
  if (!data?.levels.length) return null;
  return (
    <section className="paper" style={{ padding: '14px 18px', overflowX: 'auto' }}>
      <Title order={2} fz="lg" mb="sm">
        {t.figures}
      </Title>
      <Figures
        label={t.level}
        columns={[t.open, t.lateCount, t.answeredCount, t.mean]}
        rows={data.levels.map((one) => ({
          name: upper(t.levels[one.level]),
          values: [one.open, one.late, one.answered, one.meanDays],
        }))}
      />
      <Figures
        label={t.cause}
        columns={[t.count, t.agencies, t.open]}
        rows={data.causes.map((one) => ({
          name: causes.find((known) => known.cause === one.cause)?.name[language] ?? one.cause,
          values: [one.count, one.agencies, one.open],
        }))}
      />
    </section>
  );
}

const upper = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

type FiguresProps = { label: string; columns: string[]; rows: { name: string; values: (number | null)[] }[] };

function Figures({ label, columns, rows }: FiguresProps) {
  const t = useWords(difficultyWords);
  return (
    <Table aria-label={label} maw={760} mb="md">
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{label}</Table.Th>
          {columns.map((column) => (
            <Table.Th key={column} scope="col" ta="right">
              {column}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={row.name}>
            <Table.Th scope="row" fw={400}>
              {row.name}
            </Table.Th>
            {row.values.map((value, at) => (
              <Table.Td key={columns[at]} ta="right">
                {value === null ? t.none : showNumber(value)}
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
