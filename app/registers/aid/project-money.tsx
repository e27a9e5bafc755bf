import { Table, Text, Title } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import { call } from '#app/web/call.ts';
import { useLanguage, useWords } from '#app/web/language.tsx';
import { ScrollRegion } from '#app/web/scroll-region.tsx';
import { showNumber } from '#app/web/show.ts';
import { type Said, say } from '#libraries/register/index.ts';
import { moneySources } from '../declared/aid-choices.ts';
import { aidFinance, type Finance } from './aid.contract.ts';
import { aidWords } from './aid.words.ts';

const sums = ['received', 'used', 'returned', 'closing'] as const;
/** Since ever, until whatever is entered. */
const always = { from: '1900-01-01', to: '2999-12-31' };

/** What came of an aid item beside what was pledged and approved: received, used, left, by source and currency. */
export function ProjectMoney({ id }: { id: string }) {
  const t = useWords(aidWords);
  const [own, vnd] = useQueries({
    queries: (['own', 'VND'] as const).map((money) => ({
      queryKey: ['registers', 'aid-project', 'money', id, money],
      queryFn: () => call(aidFinance, { query: { ...always, project: id, money } }),
    })),
  });
  if (!own?.data || !vnd?.data) return null;
  return (
    <section className="paper" style={{ padding: '14px 18px' }}>
      <Title order={2} fz="md" mb="sm">
        {t.ofProject}
      </Title>
      {own.data.totals.length ? (
        <Sums own={own.data} vnd={vnd.data} />
      ) : (
        <Text className="register-soft">{t.ofProjectNone}</Text>
      )}
      {vnd.data.unconverted ? (
        <Text className="register-soft" mt="xs">
          {t.unconverted(vnd.data.unconverted)}
        </Text>
      ) : null}
    </section>
  );
}

/** A line a source and currency; where foreign money is among them, all of a source in VND too. */
function Sums({ own, vnd }: { own: Finance; vnd: Finance }) {
  const t = useWords(aidWords);
  const { language } = useLanguage();
  const isForeign = (source: string) =>
    own.totals.some((line) => line.source === source && line.currency !== 'VND');
  // What came in foreign money and was spent in VND is only left in VND; what nobody received has nothing left.
  const lines = [
    ...own.totals.map((line) => ({ line, currency: line.currency, isLeft: !isForeign(line.source) })),
    ...vnd.totals
      .filter(({ source }) => isForeign(source))
      .map((line) => ({ line, currency: t.allVnd, isLeft: true })),
  ];
  const sourceOf = (code: string) =>
    say((moneySources as Record<string, Said>)[code] ?? [code, code], language);
  return (
    <ScrollRegion label={t.ofProject}>
      <Table miw={560}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t.source}</Table.Th>
            <Table.Th scope="col">{t.currency}</Table.Th>
            {[t.received, t.used, t.returned, t.left].map((head) => (
              <Table.Th key={head} scope="col" ta="right">
                {head}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map(({ line, currency, isLeft }) => (
            <Table.Tr key={`${line.source} ${currency}`}>
              <Table.Th scope="row" fw={400}>
                {sourceOf(line.source)}
              </Table.Th>
              <Table.Td>{currency}</Table.Td>
              {sums.map((of) => (
                <Table.Td key={of} ta="right">
                  {of === 'closing' && !(isLeft && line.received) ? '—' : showNumber(line[of])}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollRegion>
  );
}
