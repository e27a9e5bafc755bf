import { Anchor, Button, Group, NativeSelect, Table, Text, Title } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { addressOf } from '#app/platform/contract.ts';
import { call } from '#app/web/call.ts';
import { useLanguage, useWords } from '#app/web/language.tsx';
import { Empty, Waiting } from '#app/web/page-states.tsx';
import { ScrollRegion } from '#app/web/scroll-region.tsx';
import { showDay, showNumber } from '#app/web/show.ts';
import { type Said, say } from '#libraries/register/index.ts';
import { moneySources } from '../declared/aid-choices.ts';
import { aidFinance, aidPaths, type Finance } from './aid.contract.ts';
import { aidWords } from './aid.words.ts';
import { daysOf, financeWindows } from './finance-windows.ts';
import './aid.css';

const balances = ['opening', 'received', 'used', 'returned', 'closing'] as const;

/** Opening, received, used, closing of a window, by item and source; money by currency, goods by measure. */
export function FinanceSection() {
  const t = useWords(aidWords);
  const { language } = useLanguage();
  const now = new Date();
  const [key, setKey] = useState('first-half');
  const [year, setYear] = useState(now.getFullYear());
  const [month, setMonth] = useState(now.getMonth() + 1);
  const [money, setMoney] = useState<'own' | 'VND'>('own');
  const window = financeWindows.find((one) => one.key === key)!;
  const { from, to, dueOn } = daysOf(window, year, month);
  const { data } = useQuery({
    queryKey: ['aid', 'finance', from, to, money],
    queryFn: () => call(aidFinance, { query: { from, to, money } }),
    placeholderData: keepPreviousData,
  });
  const years = Array.from({ length: 6 }, (_, at) => String(now.getFullYear() - at));
  return (
    <section aria-labelledby="aid-finance">
      <Title order={2} fz={20} id="aid-finance" mb="sm">
        {t.finance}
      </Title>
      <Group align="end" mb="xs" className="no-print">
        <NativeSelect
          label={t.window}
          value={key}
          onChange={(event) => setKey(event.currentTarget.value)}
          data={financeWindows.map((one) => ({ value: one.key, label: say(one.said, language) }))}
        />
        <NativeSelect
          label={t.year}
          value={String(year)}
          onChange={(event) => setYear(Number(event.currentTarget.value))}
          data={years}
        />
        {window.days ? null : (
          <NativeSelect
            label={t.month}
            value={String(month)}
            onChange={(event) => setMonth(Number(event.currentTarget.value))}
            data={Array.from({ length: 12 }, (_, at) => String(at + 1))}
          />
        )}
        <NativeSelect
          label={t.money}
          value={money}
          onChange={(event) => setMoney(event.currentTarget.value as 'own' | 'VND')}
          data={[
            { value: 'own', label: t.inOwn },
            { value: 'VND', label: t.inVnd },
          ]}
        />
        <Button
          component="a"
          href={addressOf({ path: aidPaths.finance } as never, { query: { from, to, money } })}
          download
          variant="default"
        >
          {t.download}
        </Button>
      </Group>
      <Text c="dimmed" fz="sm" mb="sm">
        {showDay(from)} – {showDay(to)}. {t.due(showDay(dueOn), window.source)}
      </Text>
      {data ? <FinanceTables finance={data} /> : <Waiting />}
    </section>
  );
}

function FinanceTables({ finance }: { finance: Finance }) {
  const t = useWords(aidWords);
  const { language } = useLanguage();
  const sourceOf = (code: string) =>
    say((moneySources as Record<string, Said>)[code] ?? [code, code], language);
  if (!finance.money.length && !finance.goods.length)
    return (
      <Empty title={t.none}>
        <Text mb="sm">{t.noneHelp}</Text>
        <Button component={Link} to="/registers/aid-disbursement" variant="default">
          {t.disbursements}
        </Button>
      </Empty>
    );
  const money = finance.money.map((line) => ({
    ...line,
    cells: [sourceOf(line.source), line.currency, ...balances.map((of) => line[of]), line.pending],
  }));
  const goods = finance.goods.map((line) => ({
    ...line,
    cells: [sourceOf(line.source), `${line.goods} (${line.measure})`, ...balances.map((of) => line[of])],
  }));
  const heads = balances.map((of) => t[of]);
  return (
    <>
      {finance.overdrawn ? (
        <Text role="status" mb="sm">
          {t.overdrawn(finance.overdrawn)}
        </Text>
      ) : null}
      {finance.unconverted ? (
        <Text role="status" mb="sm">
          {t.unconverted(finance.unconverted)}
        </Text>
      ) : null}
      <Lines
        label={t.finance}
        heads={[t.source, t.currency, ...heads, t.pending]}
        lines={money}
        totals={finance.totals.map((line) => [
          sourceOf(line.source),
          line.currency,
          ...balances.map((of) => line[of]),
        ])}
      />
      {goods.length ? (
        <Lines label={t.goods} heads={[t.source, t.kindOfGoods, ...heads]} lines={goods} totals={[]} />
      ) : null}
    </>
  );
}

type Cells = (string | number)[];
type LinesGiven = {
  label: string;
  heads: string[];
  lines: { projectId: string; name: string; cells: Cells }[];
  totals: Cells[];
};

function Lines({ label, heads, lines, totals }: LinesGiven) {
  const t = useWords(aidWords);
  const cellsOf = (cells: Cells) =>
    cells.map((cell, at) => (
      <Table.Td key={heads[at]} ta={typeof cell === 'number' ? 'right' : 'left'}>
        {typeof cell === 'number' ? showNumber(cell) : cell}
      </Table.Td>
    ));
  return (
    <ScrollRegion className="paper aid-scroll" label={label}>
      <Table miw={880}>
        <Table.Thead>
          <Table.Tr>
            {[t.project, ...heads].map((head) => (
              <Table.Th key={head} scope="col">
                {head}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map((line) => (
            <Table.Tr key={`${line.projectId} ${line.cells.slice(0, 2).join(' ')}`}>
              <Table.Td>
                <Anchor component={Link} to={`/registers/aid-project/${line.projectId}`} underline="always">
                  {line.name}
                </Anchor>
              </Table.Td>
              {cellsOf(line.cells)}
            </Table.Tr>
          ))}
          {totals.map((cells) => (
            <Table.Tr key={cells.slice(0, 2).join(' ')} fw={600}>
              <Table.Td>{t.total}</Table.Td>
              {cellsOf(cells)}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollRegion>
  );
}
