import { MultiSelect, NativeSelect, Select, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '#app/web/call.ts';
import { FormDialog, textOf } from '#app/web/form-dialog.tsx';
import { useWords } from '#app/web/language.tsx';
import { type Hierarchy, hierarchies } from '../hierarchy.ts';
import { addGroup, changeGroup, type GroupShown, type GroupsShown } from './group.contract.ts';
import { groupWords } from './group.words.ts';
import { useSaved } from './use-saved.ts';

type Props = {
  data: GroupsShown;
  /** null: a new one. */
  group: GroupShown | null;
  opened: boolean;
  close: () => void;
  saved: (key: string) => void;
};

/** Name, wording and rule of a group. */
export function GroupForm({ data, group, opened, close, saved }: Props) {
  const t = useWords(groupWords);
  const [kinds, setKinds] = useState<string[]>(group?.kinds ?? []);
  const [belowId, setBelowId] = useState<string | null>(group?.belowId ?? null);
  const tell = useSaved(group?.id ?? null);
  const saving = useMutation({
    mutationFn: (form: FormData) => {
      const rule = { ...bodyOf(form), kinds, belowId };
      return group
        ? call(changeGroup, { params: { key: group.key }, body: { ...rule, isRemoved: group.isRemoved } })
        : call(addGroup, { body: rule });
    },
    onSuccess: async ({ key }) => {
      await tell();
      close();
      saved(key);
    },
    meta: { shownOnPage: true },
  });
  return (
    <FormDialog
      opened={opened}
      close={close}
      title={group ? t.edit : t.put}
      act={t.save}
      isSending={saving.isPending}
      send={saving.mutate}
      error={saving.error?.message}
    >
      <TextInput
        name="name"
        label={t.name}
        defaultValue={group?.name}
        required
        minLength={3}
        maxLength={200}
      />
      <Textarea
        name="phrases"
        label={t.phrases}
        description={t.phrasesHelp}
        defaultValue={group?.phrases.join('\n')}
        autosize
        minRows={2}
      />
      <MultiSelect
        label={t.kinds}
        data={data.kinds.map(({ kind, name }) => ({ value: kind, label: name }))}
        value={kinds}
        onChange={setKinds}
        searchable
        hidePickedOptions
      />
      <Select
        label={t.belowLabel}
        placeholder={t.anywhere}
        data={data.agencies.map(({ id, name }) => ({ value: id, label: name }))}
        value={belowId}
        onChange={setBelowId}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t.anywhere }}
      />
      <NativeSelect
        name="hierarchy"
        label={t.hierarchy}
        defaultValue={group?.hierarchy}
        data={hierarchies.map((value) => ({ value, label: t.hierarchies[value] }))}
        display={belowId ? undefined : 'none'}
      />
    </FormDialog>
  );
}

function bodyOf(form: FormData) {
  const of = (field: string) => textOf(form, field);
  const phrases = of('phrases')
    .split('\n')
    .map((phrase) => phrase.trim())
    .filter(Boolean);
  return { name: of('name'), phrases, hierarchy: (of('hierarchy') || 'state') as Hierarchy };
}
