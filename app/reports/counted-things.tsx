import { ActionIcon, Anchor, Button, Group, Text, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { DayField } from '#app/web/day-field.tsx';
import { useWords } from '#app/web/language.tsx';
import { showDay, showNumber } from '#app/web/show.ts';
import { formWords } from './form.words.ts';
import type { IndicatorValue } from './indicator.contract.ts';

/** The rows of registers that a computed figure was read from, each with its page. */
export function CountedRows({ counted }: { counted: IndicatorValue['counted'] }) {
  const t = useWords(formWords);
  if (!counted.length) return null;
  return (
    <details>
      <summary style={{ minHeight: 24, cursor: 'pointer' }}>
        <Text span fz="sm" c="dimmed">
          {t.standsOn(counted.length)}
        </Text>
      </summary>
      <ul style={{ margin: '4px 0 0', paddingLeft: 22 }}>
        {counted.map(({ name, on, amount, record, key }, index) => (
          <li key={record?.id ?? key ?? index} style={{ padding: '3px 0' }}>
            {record ? (
              <Anchor
                component={Link}
                to={`/registers/${record.register}/${record.id}`}
                fz="sm"
                underline="always"
              >
                {name}
              </Anchor>
            ) : (
              <Text span fz="sm">
                {name}
              </Text>
            )}
            <Text span fz="sm" c="dimmed">
              {[on && showDay(on), amount !== null && showNumber(amount)]
                .filter(Boolean)
                .map((said) => `, ${said}`)
                .join('')}
            </Text>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** The things that were counted, by name: where two agencies name the same one, it is counted once. */
export function Counted({
  value,
  type,
}: {
  value: IndicatorValue;
  type: (part: Partial<IndicatorValue>) => void;
}) {
  const t = useWords(formWords);
  const { counted } = value;
  const put = (next: IndicatorValue['counted']) =>
    type({ counted: next, amount: next.length || value.amount });
  const edit = (index: number, part: Partial<IndicatorValue['counted'][number]>) =>
    put(counted.map((one, n) => (n === index ? { ...one, ...part } : one)));
  return (
    <details>
      <summary style={{ minHeight: 24, cursor: 'pointer' }}>
        <Text span fz="sm" c="dimmed">
          {t.counted(counted.length)}
        </Text>
      </summary>
      <Text fz="sm" c="dimmed">
        {t.countedHelp}
      </Text>
      {counted.map((one, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no id of their own and keep their order.
        <Group key={index} gap={8} mt={6} align="end" wrap="wrap">
          <TextInput
            label={t.countedName}
            style={{ flex: '1 1 220px' }}
            value={one.name}
            onChange={(event) => edit(index, { name: event.currentTarget.value })}
          />
          <TextInput
            label={t.countedKey}
            w={130}
            value={one.key ?? ''}
            onChange={(event) => edit(index, { key: event.currentTarget.value || null })}
          />
          <DayField
            label={t.countedOn}
            value={one.on ?? ''}
            onChange={(on) => edit(index, { on: on || null })}
          />
          <ActionIcon
            variant="subtle"
            size="lg"
            aria-label={t.dropCounted(one.name)}
            onClick={() => put(counted.filter((_, n) => n !== index))}
          >
            <IconX size={16} />
          </ActionIcon>
        </Group>
      ))}
      <Button
        mt="xs"
        size="compact-sm"
        variant="default"
        onClick={() =>
          type({ counted: [...counted, { key: null, name: '', on: null, amount: null, record: null }] })
        }
      >
        {t.addCounted}
      </Button>
    </details>
  );
}
