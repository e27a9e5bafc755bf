import { ActionIcon, Button, Group, MultiSelect, NativeSelect, NumberInput, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useWords } from '#app/web/language.tsx';
import type { Check } from './check.contract.ts';
import { regimeWords } from './regime.words.ts';
import type { DefinitionContent } from './report.ts';

type Part = Pick<DefinitionContent, 'indicators' | 'checks'>;
type Props = { content: Part; change: (part: Partial<Part>) => void };

const blankCheck = (kind: Check['kind'], indicator: string): Check => {
  if (kind === 'at-most') return { kind, indicator, whole: indicator };
  if (kind === 'adds-up') return { kind, indicator, parts: [indicator] };
  return kind === 'outlier' ? { kind, indicator, percent: 50 } : { kind, indicator };
};

/** What must hold of the figures, as data. */
export function CheckDesigner({ content, change }: Props) {
  const t = useWords(regimeWords);
  const { indicators, checks } = content;
  if (!indicators.length) return null;
  const names = indicators.map(({ key, name }) => ({ value: key, label: name || key }));
  const nameOf = (key: string) => names.find((one) => one.value === key)?.label ?? key;
  const put = (at: number, check: Check) =>
    change({ checks: checks.map((one, n) => (n === at ? check : one)) });
  return (
    <section className="paper" style={{ padding: 20 }} aria-label={t.checks}>
      <Text component="h2" fw={600} fz="lg" m={0}>
        {t.checks} ({checks.length})
      </Text>
      <Text c="dimmed" fz="sm">
        {t.checksHelp}
      </Text>
      {checks.map((check, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: checks have no id of their own and keep their order.
        <Group key={at} align="end" gap={8} className="report-figure">
          <NativeSelect
            label={t.checkOf}
            value={check.indicator}
            data={names}
            onChange={(event) => put(at, { ...check, indicator: event.currentTarget.value })}
          />
          <NativeSelect
            label={t.checkKind}
            value={check.kind}
            data={Object.entries(t.checkKinds).map(([value, label]) => ({ value, label }))}
            onChange={(event) =>
              put(at, blankCheck(event.currentTarget.value as Check['kind'], check.indicator))
            }
          />
          {check.kind === 'at-most' ? (
            <NativeSelect
              label={t.checkWhole}
              value={check.whole}
              data={names}
              onChange={(event) => put(at, { ...check, whole: event.currentTarget.value })}
            />
          ) : null}
          {check.kind === 'adds-up' ? (
            <MultiSelect
              label={t.checkParts}
              value={check.parts}
              data={names}
              onChange={(parts) => parts.length && put(at, { ...check, parts })}
            />
          ) : null}
          {check.kind === 'outlier' ? (
            <NumberInput
              label={t.percent}
              w={110}
              min={1}
              max={1000}
              value={check.percent}
              onChange={(percent) => put(at, { ...check, percent: Number(percent) || 1 })}
            />
          ) : null}
          <ActionIcon
            size="lg"
            variant="subtle"
            aria-label={t.removeCheck(nameOf(check.indicator))}
            onClick={() => change({ checks: checks.filter((_, n) => n !== at) })}
          >
            <IconX size={16} />
          </ActionIcon>
        </Group>
      ))}
      <Button
        mt="sm"
        variant="default"
        onClick={() => change({ checks: [...checks, blankCheck('required', indicators[0]!.key)] })}
      >
        {t.addCheck}
      </Button>
    </section>
  );
}
