import { Badge, Button, Group, NativeSelect, NumberInput, Text, TextInput, Title } from '@mantine/core';
import { Fragment } from 'react';
import { DayField } from '#app/web/day-field.tsx';
import { useWords } from '#app/web/language.tsx';
import { showNumber } from '#app/web/show.ts';
import type { Finding } from './check-report.ts';
import { Counted, CountedRows } from './counted-things.tsx';
import type { Beside } from './filed-slots.tsx';
import { FindingLines } from './finding-lines.tsx';
import { formWords } from './form.words.ts';
import type { Indicator, IndicatorValue } from './indicator.contract.ts';
import type { ReportContent } from './report.ts';
import type { ShownReport } from './use-draft.ts';

type Change = (make: (before: ReportContent) => ReportContent) => void;
const currencies = ['', 'VND', 'USD', 'EUR', 'JPY', 'KRW', 'GBP', 'AUD', 'CNY'];

/** The figures a report asks for: computed ones with their label, others typed with their source. */
export function FiguresForm({
  report,
  content,
  change,
  findings,
  beside: Beside,
}: {
  report: ShownReport;
  content: ReportContent;
  change: Change;
  findings: readonly Finding[];
  beside?: Beside | undefined;
}) {
  const t = useWords(formWords);
  if (!report.indicators.length) return null;
  const set = (value: IndicatorValue) =>
    change((before) => ({
      ...before,
      values: before.values.map((one) => (one.indicator === value.indicator ? value : one)),
    }));
  return (
    <section className="paper report-slot" id="figures" style={{ padding: 16 }}>
      <Title order={2} fz="lg">
        {t.figures}
      </Title>
      <Text c="dimmed" fz="sm" mb="sm">
        {t.figuresHelp}
      </Text>
      {report.indicators.map((indicator, at) => {
        const value = content.values.find((one) => one.indicator === indicator.key);
        const isFirst = indicator.slot !== report.indicators[at - 1]?.slot;
        const slot = isFirst && report.slots.find(({ key }) => key === indicator.slot);
        return value ? (
          <Fragment key={indicator.key}>
            {slot && report.indicators.some((one) => one.slot !== slot.key) ? (
              <Title order={3} fz="md" mt="md" mb={4}>
                {slot.heading}
              </Title>
            ) : null}
            <Figure
              indicator={indicator}
              value={value}
              computed={report.values.find((one) => one.indicator === indicator.key && one.isComputed)}
              last={report.before.last}
              set={set}
              asksWhy={report.checks.some((one) => one.kind === 'outlier' && one.indicator === indicator.key)}
              findings={findings.filter(
                ({ field }) => 'indicator' in field && field.indicator === indicator.key,
              )}
            />
          </Fragment>
        ) : null;
      })}
      {Beside ? <Beside reportId={report.id} place="figures" name={t.figures} /> : null}
    </section>
  );
}

function Figure({
  indicator,
  value,
  computed,
  last,
  set,
  asksWhy,
  findings,
}: {
  indicator: Indicator;
  value: IndicatorValue;
  computed: IndicatorValue | undefined;
  last: ShownReport['before']['last'];
  set: (value: IndicatorValue) => void;
  asksWhy: boolean;
  findings: readonly Finding[];
}) {
  const t = useWords(formWords);
  const { name, unit, rule, isMoney } = indicator;
  const type = (part: Partial<IndicatorValue>) => set({ ...value, ...part, isComputed: false });
  const number = (given: string | number) => (typeof given === 'number' ? given : null);
  const was = last?.values.find((one) => one.indicator === indicator.key)?.amount;
  const field = (label: string, amount: number | null, onChange: (amount: number | null) => void) => (
    <NumberInput
      aria-label={label}
      value={amount ?? ''}
      onChange={(given) => number(given) !== amount && onChange(number(given))}
      hideControls
      decimalSeparator=","
      thousandSeparator="."
      w={130}
    />
  );
  return (
    <div className="report-figure" id={`figure-${indicator.key}`}>
      <div className="report-figure-name">
        <Text>{name}</Text>
        {value.isComputed ? (
          <Badge className="state-label" variant="outline" radius="sm" tt="none">
            {t.computed}
          </Badge>
        ) : null}
        {last && was != null ? (
          <Text fz="sm" c="dimmed">
            {t.lastTime(showNumber(was), last.name)}
          </Text>
        ) : null}
      </div>
      <Group gap={8} align="center">
        {field(rule === 'ratio' ? t.partOf(name) : t.amountOf(name), value.amount, (amount) =>
          type({ amount }),
        )}
        {rule === 'ratio' ? (
          <>
            <Text fz="sm">{t.of}</Text>
            {field(t.wholeOf(name), value.whole, (whole) => type({ whole }))}
          </>
        ) : null}
        {isMoney ? (
          <>
            <NativeSelect
              aria-label={t.currencyOf(name)}
              data={currencies}
              value={value.currency ?? ''}
              onChange={(event) => type({ currency: event.currentTarget.value || null })}
              w={90}
            />
            {value.currency && value.currency !== 'VND' ? (
              <DayField
                label={t.rateOf(name)}
                value={value.rateOn ?? ''}
                onChange={(rateOn) => type({ rateOn: rateOn || null })}
              />
            ) : (
              <Text fz="sm" className="report-unit">
                {unit}
              </Text>
            )}
          </>
        ) : (
          <Text fz="sm" className="report-unit">
            {rule === 'ratio' ? '' : unit}
          </Text>
        )}
        {computed && !value.isComputed ? (
          <Button
            size="compact-sm"
            variant="subtle"
            aria-label={t.recomputeOf(name)}
            onClick={() => set(computed)}
          >
            {t.recompute}
          </Button>
        ) : null}
      </Group>
      {value.isComputed || value.amount === null ? null : (
        <TextInput
          aria-label={t.sourceOf(name)}
          placeholder={t.source}
          value={value.source}
          maxLength={1000}
          onChange={(event) => type({ source: event.currentTarget.value })}
        />
      )}
      {asksWhy && (value.explanation || findings.some((one) => one.rule === 'outlier')) ? (
        <TextInput
          aria-label={t.explainOf(name)}
          placeholder={t.explain}
          value={value.explanation ?? ''}
          maxLength={1000}
          onChange={(event) => set({ ...value, explanation: event.currentTarget.value })}
        />
      ) : null}
      {value.isComputed ? (
        <CountedRows counted={value.counted} />
      ) : rule === 'distinct' ? (
        <Counted value={value} type={type} />
      ) : null}
      <FindingLines findings={findings} />
    </div>
  );
}
