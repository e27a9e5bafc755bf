import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { moveRow, type RegisterShown, type RowShown } from '#app/registers/register.contract.ts';
import { call, type Refusal } from '#app/web/call.ts';
import { useLanguage, useWords } from '#app/web/language.tsx';
import { screenWords } from './screens.words.ts';
import { useRefresh } from './use-register.ts';

type Props = { register: RegisterShown; row: RowShown };

/** What the viewer may do with the row in its state, and what must be filled before. */
export function Steps({ register, row }: Props) {
  const t = useWords(screenWords);
  const { language } = useLanguage();
  const [asked, ask] = useState<RowShown['actions'][number] | null>(null);
  const refresh = useRefresh();
  const moving = useMutation({
    mutationFn: ({ name, reason }: { name: string; reason?: string }) =>
      call(moveRow, {
        params: { register: register.name, id: row.id },
        body: { revision: row.revision, transition: name, ...(reason ? { reason } : {}) },
      }),
    onSuccess: async ({ toldDuties }) => {
      ask(null);
      await refresh();
      if (toldDuties) notifications.show({ message: t.told(toldDuties) });
    },
    meta: { shownOnPage: true },
  });
  if (!row.actions.length) return null;
  return (
    <section className="paper no-print" style={{ padding: '12px 18px' }}>
      <Group align="start">
        {row.actions.map((action) => (
          <div key={action.name}>
            <Button
              variant="light"
              disabled={action.lacking.length > 0}
              loading={moving.isPending && moving.variables.name === action.name}
              onClick={() => (action.withReason ? ask(action) : moving.mutate({ name: action.name }))}
            >
              {action.said[language]}
            </Button>
            <div className="register-soft" style={{ maxWidth: 260 }}>
              {action.lacking.length
                ? t.lacking(action.lacking.join(', ').toLowerCase())
                : t.toState(action.to[language])}
            </div>
          </div>
        ))}
      </Group>
      {moving.error && !asked ? (
        <Text role="alert" c="red" mt="xs">
          {(moving.error as Refusal).message}
        </Text>
      ) : null}
      {asked ? (
        <ReasonForm
          title={asked.said[language]}
          error={(moving.error as Refusal | null)?.message}
          isSaving={moving.isPending}
          send={(reason) => moving.mutate({ name: asked.name, reason })}
          close={() => ask(null)}
        />
      ) : null}
    </section>
  );
}

/** A sentence that stays in the ledger. */
export function ReasonForm({
  title,
  error,
  isSaving,
  send,
  close,
}: {
  title: string;
  error: string | undefined;
  isSaving: boolean;
  send: (reason: string) => void;
  close: () => void;
}) {
  const t = useWords(screenWords);
  const [reason, setReason] = useState('');
  return (
    <Modal opened onClose={close} title={title}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          send(reason);
        }}
      >
        <Stack>
          <Textarea
            label={t.reason}
            description={t.reasonHelp}
            autosize
            minRows={2}
            required
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          {error ? (
            <Text role="alert" c="red">
              {error}
            </Text>
          ) : null}
          <Group>
            <Button type="submit" loading={isSaving}>
              {title}
            </Button>
            <Button variant="default" onClick={close}>
              {t.cancel}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
