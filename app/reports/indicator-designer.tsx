import { ActionIcon, Button, Checkbox, Group, NativeSelect, Text, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { Answer } from '#app/platform/contract.ts';
import { useLanguage, useWords } from '#app/web/language.tsx';
import { type Indicator, sumRules } from './indicator.contract.ts';
import type { designTerms } from './regime.contract.ts';
import { regimeWords } from './regime.words.ts';
import type { DefinitionContent } from './report.ts';

type Part = Pick<DefinitionContent, 'indicators' | 'checks' | 'slots'>;
type Terms = Answer<typeof designTerms>;
type Change = (part: Partial<Part>) => void;

/** The figures a report asks for, a line each; opened, how a figure adds up, where it is told and what computes it. */
export function IndicatorDesigner({
  content,
  terms,
  change,
}: {
  content: Part;
  terms: Terms;
  change: Change;
}) {
  const t = useWords(regimeWords);
  const { indicators, slots } = content;
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const toggle = (key: string, isOpen: boolean) =>
    setOpened((before) => new Set(isOpen ? [...before, key] : [...before].filter((one) => one !== key)));
  const add = () => {
    let n = indicators.length + 1;
    while (indicators.some((one) => one.key === `chi-tieu-${n}`)) n += 1;
    const key = `chi-tieu-${n}`;
    const slot = slots.find(({ writes }) => writes)?.key ?? null;
    const made = { key, name: '', unit: '', rule: 'flow' as const, isMoney: false, slot, computedBy: null };
    toggle(key, true);
    change({ indicators: [...indicators, made] });
  };
  return (
    <section className="paper" style={{ padding: 20 }} aria-label={t.indicators}>
      <Text component="h2" fw={600} fz="lg" m={0}>
        {t.indicators} ({indicators.length})
      </Text>
      {indicators.map((one) => (
        <details
          key={one.key}
          className="report-design-line"
          open={opened.has(one.key)}
          onToggle={(event) => toggle(one.key, event.currentTarget.open)}
        >
          <IndicatorLine one={one} terms={terms} />
          <IndicatorFields
            one={one}
            slots={slots}
            terms={terms}
            put={(part) =>
              change({
                indicators: indicators.map((other) =>
                  other.key === one.key ? { ...other, ...part } : other,
                ),
              })
            }
            remove={() =>
              change({
                indicators: indicators.filter(({ key }) => key !== one.key),
                checks: content.checks.filter((check) => check.indicator !== one.key),
              })
            }
          />
        </details>
      ))}
      <Button mt="sm" variant="default" onClick={add}>
        {t.addIndicator}
      </Button>
    </section>
  );
}

function IndicatorLine({ one, terms }: { one: Indicator; terms: Terms }) {
  const t = useWords(regimeWords);
  const { language } = useLanguage();
  const figure = terms.figures.find(({ name }) => name === one.computedBy)?.said[language] ?? '';
  const computed = !one.computedBy
    ? t.typedShort
    : one.name.includes(figure)
      ? t.computedShort
      : t.computedAs(figure);
  return (
    <summary>
      <span>{one.name || t.newIndicator}</span>
      <Text span fz="sm" c="dimmed">
        {[one.unit, t.rulesShort[one.rule], computed].filter(Boolean).join('; ')}
      </Text>
    </summary>
  );
}

function IndicatorFields({
  one,
  slots,
  terms,
  put,
  remove,
}: {
  one: Indicator;
  slots: DefinitionContent['slots'];
  terms: Terms;
  put: (part: Partial<Indicator>) => void;
  remove: () => void;
}) {
  const t = useWords(regimeWords);
  const { language } = useLanguage();
  /** What computes a figure says how it adds up; a name or unit that somebody wrote stays. */
  const computeBy = (name: string) => {
    const figure = terms.figures.find((other) => other.name === name);
    if (!figure) return put({ computedBy: null });
    const { said, unit, rule, isMoney } = figure;
    const own = { name: one.name || said[language], unit: one.unit || unit };
    put({
      ...own,
      rule: one.rule === 'distinct' && rule === 'flow' ? 'distinct' : rule,
      isMoney,
      computedBy: name,
    });
  };
  return (
    <Group align="end" gap={8} py="xs">
      <TextInput
        style={{ flex: '1 1 100%' }}
        label={t.name}
        required
        value={one.name}
        onChange={(event) => put({ name: event.currentTarget.value })}
      />
      <NativeSelect
        style={{ flex: '1 1 260px' }}
        label={t.computedBy}
        value={one.computedBy ?? ''}
        data={[
          { value: '', label: t.typed },
          ...terms.figures.map(({ name, said }) => ({ value: name, label: said[language] })),
        ]}
        onChange={(event) => computeBy(event.currentTarget.value)}
      />
      <NativeSelect
        style={{ flex: '1 1 220px' }}
        label={t.toldUnder}
        value={one.slot ?? ''}
        data={[
          ...(one.slot ? [] : [{ value: '', label: '' }]),
          ...slots
            .filter(({ writes }) => writes)
            .map(({ key, heading }) => ({ value: key, label: `${key}. ${heading}` })),
        ]}
        onChange={(event) => put({ slot: event.currentTarget.value || null })}
      />
      <TextInput
        w={120}
        label={t.unit}
        required
        value={one.unit}
        onChange={(event) => put({ unit: event.currentTarget.value })}
      />
      <NativeSelect
        style={{ flex: '1 1 240px' }}
        label={t.rule}
        value={one.rule}
        data={sumRules.map((value) => ({ value, label: t.rules[value] }))}
        onChange={(event) => put({ rule: event.currentTarget.value as Indicator['rule'] })}
      />
      <Checkbox
        mb={8}
        label={t.money}
        aria-label={`${t.money}: ${one.name}`}
        checked={one.isMoney}
        onChange={(event) => put({ isMoney: event.currentTarget.checked })}
      />
      <ActionIcon
        size="lg"
        variant="subtle"
        ml="auto"
        aria-label={t.removeIndicator(one.name || one.key)}
        onClick={remove}
      >
        <IconX size={16} />
      </ActionIcon>
    </Group>
  );
}
