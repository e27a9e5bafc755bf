import { Button, Group, Modal, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { call, Refusal } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { useViewer } from '#app/web/viewer.ts';
import { endTwoStep, renewRecoveryCodes } from './two-step.contract.ts';
import { twoStepWords } from './two-step.words.ts';

/** Ten new codes, for a fresh code of the app. */
export function RenewCodes({ show }: { show: (codes: string[]) => Promise<void> }) {
  const t = useWords(twoStepWords);
  const [opened, { open, close }] = useDisclosure(false);
  const renewing = useMutation({
    mutationFn: (code: string) => call(renewRecoveryCodes, { body: { code } }),
    onSuccess: ({ recoveryCodes }) => {
      close();
      return show(recoveryCodes);
    },
    meta: { shownOnPage: true },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    renewing.mutate(String(new FormData(event.currentTarget).get('code')).trim());
  };
  return (
    <>
      <Button variant="default" onClick={open}>
        {t.renew}
      </Button>
      <Modal opened={opened} onClose={close} title={t.renew}>
        <form onSubmit={submit}>
          <Stack>
            <Text>{t.renewHelp}</Text>
            <CodeInput error={renewing.error?.message} />
            <Button type="submit" loading={renewing.isPending}>
              {t.renew}
            </Button>
          </Stack>
        </form>
      </Modal>
    </>
  );
}

/** Switching off asks for both: a computer left open must not be enough. */
export function EndTwoStep({ refresh }: { refresh: () => Promise<unknown> }) {
  const t = useWords(twoStepWords);
  const { hasPassword } = useViewer();
  const [opened, { open, close }] = useDisclosure(false);
  const ending = useMutation({
    mutationFn: (body: { password: string; code: string }) => call(endTwoStep, { body }),
    onSuccess: async () => {
      close();
      notifications.show({ message: t.done.off });
      await refresh();
    },
    meta: { shownOnPage: true },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    ending.mutate({ password: String(form.get('password') ?? ''), code: String(form.get('code')).trim() });
  };
  const errors = ending.error instanceof Refusal ? ending.error.errors : [];
  const errorAt = (path: string) => errors.find((one) => one.path === path)?.message;
  return (
    <>
      <Button variant="subtle" onClick={open}>
        {t.turnOff}
      </Button>
      <Modal opened={opened} onClose={close} title={t.turnOffTitle}>
        <form onSubmit={submit}>
          <Stack>
            {ending.error && !errors.length ? <Text role="alert">{ending.error.message}</Text> : null}
            {hasPassword ? (
              <PasswordInput
                name="password"
                label={t.password}
                autoComplete="current-password"
                required
                error={errorAt('password')}
              />
            ) : null}
            <CodeInput error={errorAt('code')} />
            <Group>
              <Button type="submit" color="red" loading={ending.isPending}>
                {t.turnOffTitle}
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </>
  );
}

function CodeInput({ error }: { error: string | undefined }) {
  const t = useWords(twoStepWords);
  return (
    <TextInput
      name="code"
      label={t.code}
      inputMode="numeric"
      autoComplete="one-time-code"
      required
      error={error}
    />
  );
}
