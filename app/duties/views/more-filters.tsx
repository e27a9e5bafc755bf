import { Button, Checkbox, Group, NativeSelect } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconFilterPlus } from '@tabler/icons-react';
import { DayField } from '#app/web/day-field.tsx';
import { useWords } from '#app/web/language.tsx';
import type { DutyView } from '../duty-view.ts';
import { viewsWords } from './views.words.ts';

type Props = { view: DutyView; change: (change: Partial<DutyView>) => void };

const keys = ['role', 'due', 'dueFrom', 'dueTo', 'requests', 'waiting'] as const;

/** Conditions asked for less often, behind a button that says how many hold. */
export function MoreFilters({ view, change }: Props) {
  const t = useWords(viewsWords);
  const inUse = keys.filter((key) => view[key] !== undefined).length;
  const [opened, { toggle }] = useDisclosure(inUse > 0);
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconFilterPlus size={16} />}
        aria-expanded={opened}
        onClick={toggle}
      >
        {t.moreFilters(inUse)}
      </Button>
      {opened ? <Conditions view={view} change={change} /> : null}
    </>
  );
}

function Conditions({ view, change }: Props) {
  const t = useWords(viewsWords);
  const choice = <K extends 'role' | 'due' | 'requests'>(
    key: K,
    label: string,
    choices: Record<string, string>,
  ) => (
    <NativeSelect
      label={label}
      data={[
        { value: '', label: t.any },
        ...Object.entries(choices).map(([value, label]) => ({ value, label })),
      ]}
      value={view[key] ?? ''}
      onChange={(event) => change({ [key]: event.currentTarget.value || undefined })}
      className="duty-filter"
    />
  );
  const dayField = (key: 'dueFrom' | 'dueTo', label: string) => (
    <DayField
      label={label}
      value={view[key] ?? ''}
      onChange={(day) => change({ [key]: day || undefined })}
      className="duty-day"
    />
  );
  return (
    <Group w="100%" gap="sm" align="end">
      {choice('role', t.role, t.roles)}
      {choice('due', t.due, t.dues)}
      {dayField('dueFrom', t.dueFrom)}
      {dayField('dueTo', t.dueTo)}
      {choice('requests', t.requests, t.requestChoices)}
      <Checkbox
        label={t.waiting}
        checked={view.waiting ?? false}
        onChange={(event) => change({ waiting: event.currentTarget.checked || undefined })}
        mb={8}
      />
    </Group>
  );
}
