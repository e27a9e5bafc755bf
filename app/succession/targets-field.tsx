import { Button, Group, NativeSelect, SegmentedControl, Select, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useWords } from '#app/web/language.tsx';
import type { DraftTarget } from './draft-form.tsx';
import { successionWords } from './succession.words.ts';

type Register = { agencies: { id: string; name: string }[]; kinds: { kind: string; name: string }[] };
type Props = Register & { to: DraftTarget[]; change: (to: DraftTarget[]) => void; error: string | undefined };

/** Who comes after: agencies of the register, or new ones that begin on the day of the change. */
export function TargetsField({ to, change, error, ...register }: Props) {
  const t = useWords(successionWords);
  const add = () =>
    change([...to, { key: crypto.randomUUID(), id: null, isNew: false, name: '', kind: '', field: '' }]);
  return (
    <Stack gap="xs">
      <Text fw={500} fz="sm">
        {t.successors}
      </Text>
      <Text fz="sm" c="dimmed">
        {t.successorsHelp}
      </Text>
      {to.map((target, index) => (
        <TargetRow
          key={target.key}
          label={t.successor(index + 1)}
          target={target}
          withField={to.length > 1 || target.field !== ''}
          change={(next) => change(to.map((one) => (one.key === target.key ? next : one)))}
          remove={() => change(to.filter((one) => one.key !== target.key))}
          {...register}
        />
      ))}
      {error ? (
        <Text c="var(--late)" fz="sm">
          {error}
        </Text>
      ) : null}
      <div>
        <Button variant="default" leftSection={<IconPlus size={16} />} onClick={add}>
          {t.addSuccessor}
        </Button>
      </div>
    </Stack>
  );
}

type RowProps = Register & {
  label: string;
  target: DraftTarget;
  withField: boolean;
  change: (target: DraftTarget) => void;
  remove: () => void;
};

function TargetRow({ label, target, withField, change, remove, agencies, kinds }: RowProps) {
  const t = useWords(successionWords);
  const set = (given: Partial<DraftTarget>) => change({ ...target, ...given });
  return (
    <fieldset
      aria-label={label}
      style={{
        border: 0,
        borderLeft: '3px solid var(--line)',
        margin: 0,
        padding: '0 0 0 12px',
        minWidth: 0,
      }}
    >
      <Group gap="sm" justify="space-between">
        <SegmentedControl
          size="xs"
          aria-label={label}
          value={target.isNew ? 'new' : 'known'}
          onChange={(which) => set({ isNew: which === 'new', id: null, kind: which === 'new' ? 'so' : '' })}
          data={[
            { value: 'known', label: t.inRegister },
            { value: 'new', label: t.isNew },
          ]}
        />
        <Button variant="subtle" size="compact-sm" leftSection={<IconTrash size={15} />} onClick={remove}>
          {t.remove(label.toLowerCase())}
        </Button>
      </Group>
      <Group gap="sm" align="start" mt={6}>
        {target.isNew ? (
          <>
            <TextInput
              label={t.name}
              value={target.name}
              onChange={(event) => set({ name: event.currentTarget.value })}
              maxLength={200}
              style={{ flex: '2 1 260px' }}
            />
            <NativeSelect
              label={t.kind}
              value={target.kind}
              onChange={(event) => set({ kind: event.currentTarget.value })}
              data={kinds.map((one) => ({ value: one.kind, label: one.name }))}
              style={{ flex: '1 1 180px' }}
            />
          </>
        ) : (
          <Select
            label={label}
            data={agencies.map((one) => ({ value: one.id, label: one.name }))}
            value={target.id}
            onChange={(id) => set({ id, name: agencies.find((one) => one.id === id)?.name ?? '' })}
            searchable
            style={{ flex: '2 1 260px' }}
          />
        )}
        {withField ? (
          <TextInput
            label={t.field}
            description={t.fieldHelp}
            inputWrapperOrder={['label', 'input', 'description']}
            value={target.field}
            onChange={(event) => set({ field: event.currentTarget.value })}
            maxLength={500}
            style={{ flex: '1 1 220px' }}
          />
        ) : null}
      </Group>
    </fieldset>
  );
}
