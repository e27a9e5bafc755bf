import { Button, PasswordInput, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { call, faultAt, faultBeside } from '#app/web/call.ts';
import { FormDialog, textOf } from '#app/web/form-dialog.tsx';
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
  return (
    <>
      <Button variant="default" onClick={open}>
        {t.renew}
      </Button>
      <FormDialog
        opened={opened}
        close={close}
        title={t.renew}
        act={t.renew}
        isSending={renewing.isPending}
        send={(form) => renewing.mutate(textOf(form, 'code'))}
      >
        <Text>{t.renewHelp}</Text>
        <CodeInput error={renewing.error?.message} />
      </FormDialog>
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
  const errorAt = (path: string) => faultAt(ending.error, path);
  return (
    <>
      <Button variant="subtle" onClick={open}>
        {t.turnOff}
      </Button>
      <FormDialog
        opened={opened}
        close={close}
        title={t.turnOffTitle}
        act={t.turnOffTitle}
        isFinal
        isSending={ending.isPending}
        send={(form) =>
          ending.mutate({ password: String(form.get('password') ?? ''), code: textOf(form, 'code') })
        }
        error={faultBeside(ending.error)}
      >
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
      </FormDialog>
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
