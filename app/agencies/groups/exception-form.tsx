import { Group, SegmentedControl, Select, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '#app/web/call.ts';
import { DayField } from '#app/web/day-field.tsx';
import { FormDialog, textOf } from '#app/web/form-dialog.tsx';
import { useWords } from '#app/web/language.tsx';
import { addException, exceptionKinds, type GroupShown, type GroupsShown } from './group.contract.ts';
import { groupWords } from './group.words.ts';
import { useSaved } from './use-saved.ts';

type Props = { data: GroupsShown; group: GroupShown; opened: boolean; close: () => void };
type Kind = (typeof exceptionKinds)[number];

/** Takes an agency into a group, or leaves one out, for some time and with the reason. */
export function ExceptionForm({ data, group, opened, close }: Props) {
  const t = useWords(groupWords);
  const [kind, setKind] = useState<Kind>('added');
  const [agencyId, setAgencyId] = useState<string | null>(null);
  const saved = useSaved(group.id);
  const saving = useMutation({
    mutationFn: (form: FormData) => {
      const of = (field: string) => textOf(form, field) || null;
      const body = { agencyId: agencyId ?? '', kind, reason: of('reason') ?? '' };
      return call(addException, {
        params: { key: group.key },
        body: { ...body, validFrom: of('from'), validTo: of('to') },
      });
    },
    onSuccess: async () => {
      await saved();
      setAgencyId(null);
      close();
    },
    meta: { shownOnPage: true },
  });
  const inside = new Set(group.members.map(({ id }) => id));
  const choices = data.agencies.filter(({ id }) => inside.has(id) === (kind === 'left-out'));
  return (
    <FormDialog
      opened={opened}
      close={close}
      title={t.addException}
      act={t.save}
      isSending={saving.isPending}
      isReady={Boolean(agencyId)}
      send={saving.mutate}
      error={saving.error?.message}
    >
      <SegmentedControl
        aria-label={t.what}
        value={kind}
        onChange={(value) => {
          setKind(value as Kind);
          setAgencyId(null);
        }}
        data={exceptionKinds.map((value) => ({ value, label: t.kind[value] }))}
      />
      <Select
        label={t.agency}
        data={choices.map(({ id, name }) => ({ value: id, label: name }))}
        value={agencyId}
        onChange={setAgencyId}
        searchable
        required
      />
      <Textarea
        name="reason"
        label={t.reason}
        description={t.reasonHelp}
        autosize
        minRows={2}
        minLength={3}
        required
      />
      <Group grow align="start">
        <DayField name="from" label={t.from} description={t.openEnd} />
        <DayField name="to" label={t.to} description={t.openEnd} />
      </Group>
    </FormDialog>
  );
}
