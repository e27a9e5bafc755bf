import { Button, Group, Radio, Stack, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import type { AssignmentShown } from '../duty.contract.ts';
import { isOpenPart } from '../open-part.ts';
import { setSignal } from './signal.contract.ts';
import { type Signal, signals } from './signal.ts';
import { signalWords } from './signal.words.ts';

/** What the agency itself thinks of its part: shown, and set anew by its people. */
export function PartSignal({ part }: { part: AssignmentShown }) {
  const t = useWords(signalWords);
  const [isOpen, setOpen] = useState(false);
  const maySet = part.isOwn && isOpenPart(part.state);
  return (
    <div>
      <SignalSaid part={part} />
      {maySet && !isOpen ? (
        <Button size="compact-sm" variant="subtle" ml={-8} onClick={() => setOpen(true)}>
          {part.signal ? t.change : t.set}
        </Button>
      ) : null}
      {isOpen ? <SignalForm part={part} close={() => setOpen(false)} /> : null}
    </div>
  );
}

/** "Tự đánh giá: cần hỗ trợ. “…”" */
export function SignalSaid({ part }: { part: Pick<AssignmentShown, 'signal' | 'signalSaid'> }) {
  const t = useWords(signalWords);
  if (!part.signal) return null;
  return (
    <div>
      {t.said(t.levels[part.signal])}. <span className="duty-soft">“{part.signalSaid}”</span>
    </div>
  );
}

function SignalForm({ part, close }: { part: AssignmentShown; close: () => void }) {
  const t = useWords(signalWords);
  const client = useQueryClient();
  const [signal, setChosen] = useState<Signal>(part.signal ?? 'feasible');
  const saving = useMutation({
    mutationFn: (sentence: string) =>
      call(setSignal, { params: { id: part.id }, body: { signal, sentence } }),
    onSuccess: async () => {
      close();
      notifications.show({ message: t.saved });
      await Promise.all(['duties', 'ledger'].map((key) => client.invalidateQueries({ queryKey: [key] })));
    },
    meta: { shownOnPage: true },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    saving.mutate(String(new FormData(event.currentTarget).get('sentence') ?? '').trim());
  };
  return (
    <form onSubmit={submit} aria-label={t.set}>
      <Stack gap="sm" mt="sm" maw={560}>
        <Radio.Group label={t.level} value={signal} onChange={(value) => setChosen(value as Signal)}>
          <Group gap="md" mt={4}>
            {signals.map((one) => (
              <Radio key={one} value={one} label={t.levels[one]} />
            ))}
          </Group>
        </Radio.Group>
        <Textarea
          name="sentence"
          label={t.sentence}
          description={t.sentenceHelp}
          defaultValue={part.signalSaid ?? ''}
          required
          minLength={5}
          maxLength={500}
          autosize
          error={saving.error?.message}
        />
        <Group gap="xs">
          <Button type="submit" loading={saving.isPending}>
            {t.save}
          </Button>
          <Button variant="default" onClick={close}>
            {t.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
