import { Group, NativeSelect, NumberInput } from '@mantine/core';
import { DayField } from '#app/web/day-field.tsx';
import { useWords } from '#app/web/language.tsx';
import { countingRules, type FigureWindow, periodKinds, periodsIn } from './figure-window.ts';
import { figuresWords } from './figures.words.ts';

type Props = { window: FigureWindow; change: (search: Record<string, unknown>) => void };

/** Which days figures are counted over: a period of a year by a rule, or days of one's own. */
export function WindowPicker({ window, change }: Props) {
  const t = useWords(figuresWords);
  const { kind, rule, year, index, days } = window;
  return (
    <Group mb="md" align="end">
      <NativeSelect
        label={t.window}
        value={kind}
        onChange={(event) =>
          change({ window: event.currentTarget.value, index: undefined, from: undefined, to: undefined })
        }
        data={[...periodKinds, 'days' as const].map((value) => ({ value, label: t.kinds[value] }))}
      />
      {kind === 'days' ? (
        <>
          <DayField
            label={t.from}
            value={days.from}
            onChange={(from) => from && change({ from, to: days.to })}
          />
          <DayField label={t.to} value={days.to} onChange={(to) => to && change({ from: days.from, to })} />
        </>
      ) : (
        <>
          {kind === 'year' ? null : (
            <NativeSelect
              label={t.period}
              value={index}
              onChange={(event) => change({ index: Number(event.currentTarget.value), year })}
              data={Array.from({ length: periodsIn[kind] }, (_, at) => at + 1).map((one) => ({
                value: String(one),
                label: kind === 'month' ? t.month(one) : kind === 'quarter' ? t.quarter(one) : t.half(one),
              }))}
            />
          )}
          <NumberInput
            label={t.year}
            value={year}
            min={1990}
            max={2100}
            w={110}
            onChange={(value) => Number(value) >= 1990 && change({ year: Number(value), index })}
          />
          <NativeSelect
            label={t.rule}
            value={rule}
            onChange={(event) => change({ rule: event.currentTarget.value, year, index })}
            data={countingRules.map((value) => ({ value, label: t.rules[value] }))}
          />
        </>
      )}
    </Group>
  );
}
