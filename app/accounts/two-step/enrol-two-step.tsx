import { Button, Code, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { QrPicture } from './qr-picture.tsx';
import { confirmTwoStep } from './two-step.contract.ts';
import { twoStepWords } from './two-step.words.ts';

/** The picture to scan, and the first code that proves it was scanned. */
export function EnrolTwoStep({
  begun,
  show,
  cancel,
}: {
  begun: { secret: string; address: string };
  show: (codes: string[]) => Promise<void>;
  cancel: () => void;
}) {
  const t = useWords(twoStepWords);
  const confirming = useMutation({
    mutationFn: (code: string) => call(confirmTwoStep, { body: { code } }),
    onSuccess: ({ recoveryCodes }) => show(recoveryCodes),
    meta: { shownOnPage: true },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    confirming.mutate(String(new FormData(event.currentTarget).get('code')).trim());
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Text>{t.scan}</Text>
        <Group align="start" gap="lg">
          <QrPicture text={begun.address} label={t.picture} />
          <Stack gap={6} maw={320}>
            <Text>{t.orType}</Text>
            <Code fz="md" style={{ overflowWrap: 'anywhere' }} data-testid="totp-key">
              {begun.secret.replace(/(.{4})(?=.)/g, '$1 ')}
            </Code>
          </Stack>
        </Group>
        <TextInput
          name="code"
          label={t.thenCode}
          inputMode="numeric"
          autoComplete="one-time-code"
          pattern="[0-9 ]{6,7}"
          title={t.sixDigits}
          required
          maw={320}
          error={confirming.error?.message}
        />
        <Group>
          <Button type="submit" loading={confirming.isPending}>
            {t.confirm}
          </Button>
          <Button variant="default" onClick={cancel}>
            {t.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
