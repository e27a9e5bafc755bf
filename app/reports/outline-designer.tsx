import {
  ActionIcon,
  Button,
  Checkbox,
  Group,
  MultiSelect,
  NativeSelect,
  NumberInput,
  Text,
  TextInput,
} from '@mantine/core';
import { IconArrowUp, IconX } from '@tabler/icons-react';
import type { Answer } from '#app/platform/contract.ts';
import { useLanguage, useWords } from '#app/web/language.tsx';
import { addPart, addUnder, moveUp, type Outline, removeSlot } from './outline-edit.ts';
import type { designTerms } from './regime.contract.ts';
import { regimeWords } from './regime.words.ts';
import type { Slot } from './report.ts';
import { reportWords } from './report.words.ts';

type Terms = Answer<typeof designTerms>;
const overall = ['rest', 'standing', 'done', 'late', 'causes', 'ahead', 'difficulties'] as const;

/** The outline: headings added, moved, removed; what each asks, how long it may be, what fills it. */
export function OutlineDesigner({
  outline,
  terms,
  change,
}: {
  outline: Outline;
  terms: Terms;
  change: (outline: Outline) => void;
}) {
  const t = useWords(regimeWords);
  const r = useWords(reportWords);
  const put = (key: string, part: Partial<Slot>) =>
    change({
      ...outline,
      slots: outline.slots.map((slot) => (slot.key === key ? { ...slot, ...part } : slot)),
    });
  return (
    <section className="paper" style={{ padding: 20 }} aria-label={r.outline}>
      <Text component="h2" fw={600} fz="lg" m={0}>
        {r.outline}
      </Text>
      {outline.slots.map((slot) => (
        <SlotDesign
          key={slot.key}
          slot={slot}
          terms={terms}
          put={(part) => put(slot.key, part)}
          up={() => change(moveUp(outline, slot.key))}
          remove={() => change(removeSlot(outline, slot.key))}
          add={() => change(addUnder(outline, slot.key, '…'))}
        />
      ))}
      <Button mt="sm" variant="default" onClick={() => change(addPart(outline, '…'))}>
        {t.addPart}
      </Button>
    </section>
  );
}

function SlotDesign({
  slot,
  terms,
  put,
  up,
  remove,
  add,
}: {
  slot: Slot;
  terms: Terms;
  put: (part: Partial<Slot>) => void;
  up: () => void;
  remove: () => void;
  add: () => void;
}) {
  const t = useWords(regimeWords);
  const r = useWords(reportWords);
  const { language } = useLanguage();
  const { key, takes } = slot;
  const path = takes && 'path' in takes ? takes : null;
  const filled = slot.writes ? (path ? 'path' : (takes?.by ?? '')) : 'heading';
  const fill = (value: string) => {
    if (value === 'heading') return put({ writes: false, takes: null, rows: [] });
    if (value === 'path') return undefined;
    return put({ writes: true, takes: value ? { by: value as 'rest' } : null });
  };
  return (
    <div className="report-figure" style={{ paddingLeft: slot.level === 2 ? 20 : 0 }}>
      <Group align="end" wrap="nowrap" gap={6}>
        <TextInput
          style={{ flex: 1 }}
          label={r.heading(key)}
          required
          value={slot.heading}
          onChange={(event) => put({ heading: event.currentTarget.value })}
        />
        <ActionIcon size="lg" variant="subtle" aria-label={t.up(key)} onClick={up}>
          <IconArrowUp size={16} />
        </ActionIcon>
        <ActionIcon size="lg" variant="subtle" aria-label={t.removeSlot(key)} onClick={remove}>
          <IconX size={16} />
        </ActionIcon>
      </Group>
      <Group gap="sm" align="center">
        <NativeSelect
          aria-label={t.fillsFromOf(key)}
          value={filled}
          onChange={(event) => fill(event.currentTarget.value)}
          data={[
            ...(path ? [{ value: 'path', label: r.fromGroup(path.path) }] : []),
            { value: '', label: t.byHand },
            { value: 'heading', label: t.headingOnly },
            ...overall.map((value) => ({ value, label: r.takes[value] })),
          ]}
        />
        {slot.writes ? (
          <>
            <TextInput
              aria-label={t.questionOf(key)}
              placeholder={t.question}
              style={{ flex: '1 1 220px' }}
              value={slot.question}
              onChange={(event) => put({ question: event.currentTarget.value })}
            />
            <MultiSelect
              aria-label={t.rowsOf(key)}
              placeholder={slot.rows.length ? '' : t.rows}
              style={{ flex: '1 1 100%' }}
              searchable
              value={slot.rows}
              data={terms.registers.map(({ register, said }) => ({ value: register, label: said[language] }))}
              onChange={(rows) => put({ rows })}
            />
            <NumberInput
              aria-label={t.maxWordsOf(key)}
              placeholder={t.maxWords}
              w={190}
              min={10}
              max={20_000}
              value={slot.maxWords ?? ''}
              onChange={(value) => put({ maxWords: Number(value) || null })}
            />
            <Checkbox
              label={t.required}
              aria-label={t.requiredOf(key)}
              checked={slot.isRequired}
              onChange={(event) => put({ isRequired: event.currentTarget.checked })}
            />
          </>
        ) : null}
        {slot.level === 1 ? (
          <Button size="compact-sm" variant="subtle" aria-label={t.addUnderOf(key)} onClick={add}>
            {t.addUnder}
          </Button>
        ) : null}
      </Group>
    </div>
  );
}
