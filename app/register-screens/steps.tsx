import { Button, Group, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { moveRow, type RegisterShown, type RowShown } from '#app/registers/register.contract.ts';
import { call, type Refusal } from '#app/web/call.ts';
import { useLanguage, useWords } from '#app/web/language.tsx';
import { type Asked, AskForm } from './ask-form.tsx';
import { screenWords } from './screens.words.ts';
import { useRefresh } from './use-register.ts';

type Props = { register: RegisterShown; row: RowShown };
type Action = RowShown['actions'][number];

/** What the viewer may do with the row in its state; what must be filled before is asked on the way. */
export function Steps({ register, row }: Props) {
  const t = useWords(screenWords);
  const { language } = useLanguage();
  const [asked, ask] = useState<Action | null>(null);
  const refresh = useRefresh();
  const moving = useMutation({
    mutationFn: ({ name, ...given }: { name: string } & Partial<Asked>) =>
      call(moveRow, {
        params: { register: register.name, id: row.id },
        body: { revision: row.revision, transition: name, ...given },
      }),
    onSuccess: async ({ toldDuties }) => {
      ask(null);
      await refresh();
      if (toldDuties) notifications.show({ message: t.told(toldDuties) });
    },
    meta: { shownOnPage: true },
  });
  if (!row.actions.length) return null;
  const isAsking = ({ withReason, lacking }: Action) => withReason || lacking.length > 0;
  return (
    <section className="paper no-print" style={{ padding: '14px 18px' }}>
      <Title order={2} fz="md" mb="sm">
        {t.steps}
      </Title>
      <Group align="start">
        {row.actions.map((action) => (
          <div key={action.name}>
            <Button
              variant="light"
              disabled={action.hindrance !== null}
              loading={moving.isPending && moving.variables.name === action.name}
              onClick={() => {
                moving.reset();
                if (isAsking(action)) ask(action);
                else moving.mutate({ name: action.name });
              }}
            >
              {action.said[language]}
              {isAsking(action) ? '…' : ''}
            </Button>
            <div className="register-soft" style={{ maxWidth: 260 }}>
              {action.hindrance?.[language] ?? t.toState(action.to[language])}
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
        <AskForm
          register={register}
          title={asked.said[language]}
          fields={asked.lacking}
          withReason={asked.withReason}
          error={moving.error as Refusal | null}
          isSaving={moving.isPending}
          send={(given) => moving.mutate({ name: asked.name, ...given })}
          close={() => ask(null)}
        />
      ) : null}
    </section>
  );
}
