import { ActionIcon, Button, Group, NativeSelect, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { DayField } from '#app/web/day-field.tsx';
import { useWords } from '#app/web/language.tsx';
import { Part } from '../part.tsx';
import { writtenKinds } from './hand-over.ts';
import { handOverWords } from './hand-over.words.ts';

export type Line = {
  key: number;
  kind: (typeof writtenKinds)[number];
  title: string;
  dueOn: string;
  successorId: string;
};

/** Promises and contacts: what stands in no table of the program and would leave with the person. */
export function WrittenLines({
  lines,
  setLines,
  people,
  heir,
}: {
  lines: Line[];
  setLines: (lines: Line[]) => void;
  people: { value: string; label: string }[];
  heir: string;
}) {
  const t = useWords(handOverWords);
  const put = (key: number, change: Partial<Line>) =>
    setLines(lines.map((line) => (line.key === key ? { ...line, ...change } : line)));
  const fresh = (): Line => ({
    key: Math.max(0, ...lines.map(({ key }) => key)) + 1,
    kind: 'promise',
    title: '',
    dueOn: '',
    successorId: '',
  });
  return (
    <Part title={t.written} id="written">
      <Text fz="sm" c="dimmed">
        {t.writtenHelp}
      </Text>
      {lines.map((line) => (
        <Group key={line.key} align="end" gap="xs" mt="sm">
          <NativeSelect
            label={t.kind}
            value={line.kind}
            onChange={(event) => put(line.key, { kind: event.currentTarget.value as Line['kind'] })}
            data={writtenKinds.map((kind) => ({ value: kind, label: t.kinds[kind] }))}
          />
          <TextInput
            label={t.line}
            value={line.title}
            onChange={(event) => put(line.key, { title: event.currentTarget.value })}
            style={{ flex: '1 1 240px' }}
          />
          <DayField label={t.lineDue} value={line.dueOn} onChange={(day) => put(line.key, { dueOn: day })} />
          <NativeSelect
            label={t.successor}
            value={line.successorId || heir}
            onChange={(event) => put(line.key, { successorId: event.currentTarget.value })}
            data={[{ value: '', label: t.choose }, ...people]}
          />
          <ActionIcon
            variant="default"
            size="lg"
            aria-label={t.removeLine}
            onClick={() => setLines(lines.filter(({ key }) => key !== line.key))}
          >
            <IconTrash size={16} />
          </ActionIcon>
        </Group>
      ))}
      <Button
        variant="default"
        mt="sm"
        leftSection={<IconPlus size={16} />}
        onClick={() => setLines([...lines, fresh()])}
      >
        {t.addLine}
      </Button>
    </Part>
  );
}
