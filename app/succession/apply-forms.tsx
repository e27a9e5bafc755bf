import { Button, Checkbox, Stack, Text, TextInput, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { applySuccession, undoSuccession } from './succession.contract.ts';
import type { Shown } from './succession.page.tsx';
import { successionWords } from './succession.words.ts';

/** Applies exactly what is shown above: something else is refused and shown anew. */
export function ApplyForm({ change }: { change: Shown }) {
  const t = useWords(successionWords);
  const client = useQueryClient();
  const [confirmed, setConfirmed] = useState(false);
  const applying = useMutation({
    mutationFn: () =>
      call(applySuccession, {
        params: { id: change.id },
        body: { fingerprint: change.fingerprint, confirmed },
      }),
    onSuccess: ({ moved }) => notifications.show({ message: t.appliedNow(moved) }),
    // Nearly every page shows something that has moved.
    onSettled: () => client.invalidateQueries(),
    meta: { shownOnPage: true },
  });
  const waits = change.mark === 'to-confirm';
  return (
    <Framed title={t.apply} help={t.applyHelp} error={applying.error}>
      {waits ? (
        <Checkbox
          label={t.checked}
          checked={confirmed}
          onChange={(event) => setConfirmed(event.currentTarget.checked)}
        />
      ) : null}
      <div>
        <Button
          loading={applying.isPending}
          disabled={change.hindrance !== null || (waits && !confirmed)}
          onClick={() => applying.mutate()}
        >
          {t.apply}
        </Button>
      </div>
    </Framed>
  );
}

/** Puts everything back, unless somebody has worked on since; then it says on what. */
export function UndoForm({ change }: { change: Shown }) {
  const t = useWords(successionWords);
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const undoing = useMutation({
    mutationFn: () => call(undoSuccession, { params: { id: change.id }, body: { reason } }),
    onSuccess: ({ restored }) => notifications.show({ message: t.undoneNow(restored) }),
    onSettled: () => client.invalidateQueries(),
    meta: { shownOnPage: true },
  });
  if (change.hindrance)
    return (
      <Framed title={t.undo} help={change.hindrance} error={null}>
        {null}
      </Framed>
    );
  return (
    <Framed title={t.undo} help={t.undoHelp} error={undoing.error}>
      <TextInput
        label={t.undoReason}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        maxLength={500}
        maw={560}
        required
      />
      <div>
        <Button
          variant="default"
          loading={undoing.isPending}
          disabled={reason.trim().length < 3}
          onClick={() => undoing.mutate()}
        >
          {t.undo}
        </Button>
      </div>
    </Framed>
  );
}

type Frame = { title: string; help: string; error: Error | null; children: ReactNode };

function Framed({ title, help, error, children }: Frame) {
  return (
    <section className="paper" style={{ padding: '14px 16px' }}>
      <Title order={2} fz="lg">
        {title}
      </Title>
      <Stack gap="sm" mt={6}>
        <Text>{help}</Text>
        {children}
        {error ? (
          <Text role="alert" c="var(--late)">
            {error.message}
          </Text>
        ) : null}
      </Stack>
    </section>
  );
}
