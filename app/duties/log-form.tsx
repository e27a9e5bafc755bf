import { Button, Checkbox, FileInput, Group, Stack, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPaperclip } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { addressOf } from '#app/platform/contract.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { faultAt, sendForm } from '#app/web/call.ts';
import { DayField } from '#app/web/day-field.tsx';
import { Fault } from '#app/web/fault.tsx';
import { useWords } from '#app/web/language.tsx';
import { showSize } from '#app/web/show.ts';
import { logProgress } from './assignment.contract.ts';
import type { AssignmentShown } from './duty.contract.ts';
import { dutyWords } from './duty.words.ts';
import { evidenceWords } from './evidence/evidence.words.ts';

type Props = {
  part: Pick<AssignmentShown, 'id'>;
  /** The time of a recurring duty it is about, and its day as shown. */
  time?: { id: string; day: string };
  close: () => void;
};

/** What was done, when, and the files that show it: a minute's work, from a phone too. */
export function LogForm({ part, time, close }: Props) {
  const e = useWords(evidenceWords);
  const t = useWords(dutyWords);
  const client = useQueryClient();
  const [files, setFiles] = useState<File[]>([]);
  const today = officeDay(new Date());
  const saving = useMutation({
    mutationFn: (form: FormData) => sendForm(addressOf(logProgress, { params: { id: part.id } }), form),
    onSuccess: async () => {
      close();
      notifications.show({ message: t.done['log-progress'] });
      await Promise.all([
        client.invalidateQueries({ queryKey: ['duties'] }),
        client.invalidateQueries({ queryKey: ['ledger'] }),
      ]);
    },
    meta: { shownOnPage: true },
  });
  const errorAt = (path: string) => faultAt(saving.error, path);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const form = new FormData();
    form.set('note', String(given.get('note')));
    form.set('doneOn', String(given.get('doneOn')));
    const links = String(given.get('link') ?? '').trim();
    if (links) form.set('link', links);
    if (time) form.set('occurrenceId', time.id);
    if (time && given.get('closes')) form.set('closes', 'true');
    for (const file of files) form.append('file', file);
    saving.mutate(form);
  };
  return (
    <form onSubmit={submit} aria-label={t.actions['log-progress']}>
      <Stack gap="sm" mt="md" maw={640}>
        <Textarea
          name="note"
          label={t.note}
          description={t.noteHelp}
          autosize
          minRows={3}
          maxLength={4000}
          required
          error={errorAt('note')}
        />
        <DayField
          name="doneOn"
          label={t.doneOn}
          defaultValue={today}
          max={today}
          required
          maw={200}
          error={errorAt('doneOn')}
        />
        <FileInput
          label={t.files}
          description={t.filesHelp}
          leftSection={<IconPaperclip size={16} />}
          multiple
          value={files}
          onChange={(chosen) => setFiles((before) => merge(before, chosen))}
          valueComponent={() => null}
          placeholder={t.files}
          error={errorAt('file')}
        />
        <ChosenFiles files={files} remove={(file) => setFiles(files.filter((one) => one !== file))} />
        <Textarea
          name="link"
          label={e.links}
          description={e.linksHelp}
          autosize
          minRows={1}
          maxLength={4000}
          error={errorAt('link')}
        />
        {time ? <Checkbox name="closes" defaultChecked label={e.closes(time.day)} /> : null}
        <Fault error={saving.error} />
        <Group gap="xs">
          <Button type="submit" size="md" loading={saving.isPending}>
            {t.save}
          </Button>
          <Button size="md" variant="default" onClick={close}>
            {t.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** Choosing again adds; the same file chosen twice is one. */
const merge = (before: File[], chosen: File[]): File[] => [
  ...before,
  ...chosen.filter((file) => !before.some((one) => one.name === file.name && one.size === file.size)),
];

function ChosenFiles({ files, remove }: { files: File[]; remove: (file: File) => void }) {
  const t = useWords(dutyWords);
  if (!files.length) return null;
  return (
    <ul aria-label={t.chosen} style={{ margin: 0, paddingLeft: 18 }}>
      {files.map((file) => (
        <li key={file.name + file.size}>
          {file.name} <span className="duty-soft">{showSize(file.size)}</span>{' '}
          <Button
            size="compact-sm"
            variant="subtle"
            aria-label={t.remove(file.name)}
            onClick={() => remove(file)}
          >
            ✕
          </Button>
        </li>
      ))}
    </ul>
  );
}
