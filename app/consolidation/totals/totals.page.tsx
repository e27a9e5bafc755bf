import { Anchor, Button, Group, NumberInput, Popover, Text, TextInput, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { Answer } from '#app/platform/contract.ts';
import { call } from '#app/web/call.ts';
import { DayField } from '#app/web/day-field.tsx';
import { useWords } from '#app/web/language.tsx';
import { Empty, PageHeader, Waiting } from '#app/web/page-states.tsx';
import { showDay } from '#app/web/show.ts';
import '../consolidation.css';
import { consolidationWords } from '../consolidation.words.ts';
import { ConsolidationTabs } from '../consolidation-tabs.tsx';
import { sayNumber } from '../findings/say.ts';
import { WideTable } from '../matrix/wide-table.tsx';
import { Moved } from './moved.tsx';
import { OpenedTotal } from './opened-total.tsx';
import { sayValue } from './say-total.ts';
import { getTotals, setExchangeRate } from './totals.contract.ts';
import { totalsWords } from './totals.words.ts';

type Totals = Answer<typeof getTotals>;
type Row = Totals['indicators'][number];

/** Indicators × agencies: what each said, what it comes to and by which rule. */
export function TotalsPage() {
  const t = useWords(totalsWords);
  const c = useWords(consolidationWords);
  const { id } = useParams({ strict: false }) as { id: string };
  const { data, error } = useQuery({
    queryKey: ['consolidation', id, 'totals'],
    queryFn: () => call(getTotals, { params: { id } }),
  });
  if (error && !data) throw error;
  if (!data) return <Waiting />;
  return (
    <>
      <Anchor component={Link} to="/consolidation" fz="sm">
        {c.back}
      </Anchor>
      <PageHeader title={t.titleOf(data.period)} lead={t.lead} />
      <ConsolidationTabs id={id} here="values" />
      {data.indicators.length ? (
        <>
          <div className="matrix-wide">
            <TotalsTable id={id} data={data} />
          </div>
          <div className="matrix-phone">
            {data.indicators.map((row) => (
              <TotalCard key={row.indicator.key} id={id} row={row} before={data.before} />
            ))}
          </div>
        </>
      ) : (
        <Empty title={t.none}>
          <Text c="dimmed">{t.noneHelp}</Text>
        </Empty>
      )}
      {data.indicators.some(({ indicator }) => indicator.isMoney) ? <Rates id={id} data={data} /> : null}
    </>
  );
}

function TotalsTable({ id, data }: { id: string; data: Totals }) {
  const t = useWords(totalsWords);
  return (
    <WideTable
      label={t.title}
      region={t.tableRegion}
      corner={t.indicator}
      fixed={[t.total, data.before ? t.since(data.before) : t.noBefore]}
      columns={data.agencies.map(({ agencyReportId, name, hasFiled }) => ({
        key: agencyReportId,
        label: name,
        ...(hasFiled ? {} : { note: t.notFiled }),
      }))}
      rows={data.indicators.map((row) => {
        const byReport = new Map(row.values.map((said) => [said.agencyReportId, said]));
        return {
          key: row.indicator.key,
          head: (
            <>
              {row.indicator.name}
              <div className="wide-note">{t.rules[row.rule]}</div>
            </>
          ),
          fixed: [<TotalButton key="total" id={id} row={row} />, <Moved key="moved" {...movedOf(row)} />],
          cell: (column) => {
            const agency = data.agencies[column]!;
            const said = byReport.get(agency.agencyReportId);
            if (!said) return <span className="cell-empty">{agency.hasFiled ? t.notSaid : t.notFiled}</span>;
            return sayValue(row.indicator, said);
          },
        };
      })}
    />
  );
}

/** A total; opens what it stands on. */
function TotalButton({ id, row }: { id: string; row: Row }) {
  const t = useWords(totalsWords);
  const [opened, setOpened] = useState(false);
  const { total, indicator } = row;
  return (
    <>
      <Popover opened={opened} onChange={setOpened} width={420} position="bottom-start" shadow="md" trapFocus>
        <Popover.Target>
          <button
            type="button"
            className="cell-button"
            aria-label={`${t.openTotal(indicator.name)}, ${total.said ?? t.notSaid}`}
            onClick={() => setOpened(!opened)}
          >
            <b>{total.said ?? t.notSaid}</b>
          </button>
        </Popover.Target>
        <Popover.Dropdown
          maw="calc(100vw - 24px)"
          mah="min(560px, 75vh)"
          style={{ overflow: 'auto' }}
          aria-label={t.opened}
        >
          {opened ? <OpenedTotal one={{ id }} indicator={indicator.key} /> : null}
        </Popover.Dropdown>
      </Popover>
      {total.unconverted.map(({ currency, on }) => (
        <Text key={`${currency}${on}`} fz="xs" mt={4}>
          {on ? t.unconverted(currency, showDay(on)) : t.unconvertedNoDay(currency)}
        </Text>
      ))}
      {total.leftOut ? (
        <Text fz="xs" mt={4}>
          {t.leftOut(total.leftOut)}
        </Text>
      ) : null}
    </>
  );
}

const movedOf = ({ total, indicator }: Row) => ({ moved: total.moved, indicator });

/** On a phone: one indicator after the other. */
function TotalCard({ id, row, before }: { id: string; row: Row; before: string | null }) {
  const t = useWords(totalsWords);
  return (
    <section className="paper" style={{ padding: 12, marginBottom: 10 }}>
      <Title order={2} fz="md">
        {row.indicator.name}
      </Title>
      <Text fz="sm" c="dimmed">
        {t.rules[row.rule]}
      </Text>
      <TotalButton id={id} row={row} />
      {before ? (
        <Text fz="sm">
          {t.since(before)}: <Moved {...movedOf(row)} />
        </Text>
      ) : null}
      <Text fz="sm">{t.said(row.values.length)}</Text>
    </section>
  );
}

/** Rates by day, with the days that agencies asked for and nobody gave. */
function Rates({ id, data }: { id: string; data: Totals }) {
  const t = useWords(totalsWords);
  const client = useQueryClient();
  const needed = data.indicators.flatMap(({ total }) => total.unconverted).find(({ on }) => on !== null);
  const [rate, setRate] = useState({
    currency: needed?.currency ?? 'USD',
    on: needed?.on ?? '',
    dong: 0,
    source: '',
  });
  const setting = useMutation({
    mutationFn: () => call(setExchangeRate, { body: rate }),
    onSuccess: async () => {
      notifications.show({ message: t.didSet });
      await client.invalidateQueries({ queryKey: ['consolidation', id] });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setting.mutate();
  };
  return (
    <section className="paper" style={{ padding: 14, marginTop: 16 }}>
      <Title order={2} fz="lg">
        {t.rates}
      </Title>
      <Text fz="sm" c="dimmed">
        {t.ratesHelp}
      </Text>
      {data.rates.length ? (
        <ul>
          {data.rates.map(({ currency, on, dong, source }) => (
            <li key={currency + on}>
              1 {currency} = {sayNumber(dong)} đồng, {showDay(on)} ({source})
            </li>
          ))}
        </ul>
      ) : (
        <Text fz="sm" my="xs">
          {t.noRates}
        </Text>
      )}
      {data.mayEdit ? (
        <form onSubmit={submit}>
          <Group align="end" gap="sm">
            <TextInput
              label={t.currency}
              required
              w={110}
              maxLength={3}
              value={rate.currency}
              onChange={(event) => setRate({ ...rate, currency: event.currentTarget.value.toUpperCase() })}
            />
            <DayField label={t.on} required value={rate.on} onChange={(on) => setRate({ ...rate, on })} />
            <NumberInput
              label={t.dong}
              required
              min={0}
              thousandSeparator="."
              decimalSeparator=","
              value={rate.dong || ''}
              onChange={(value) => setRate({ ...rate, dong: Number(value) || 0 })}
            />
            <TextInput
              label={t.source}
              required
              minLength={3}
              value={rate.source}
              onChange={(event) => setRate({ ...rate, source: event.currentTarget.value })}
            />
            <Button type="submit" loading={setting.isPending}>
              {t.setRate}
            </Button>
          </Group>
        </form>
      ) : null}
    </section>
  );
}
