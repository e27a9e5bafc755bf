import { Alert, Anchor, Button, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { queries } from '#app/web/queries.ts';
import { viewerQuery } from '#app/web/viewer.ts';
import { Gate } from '../gate.tsx';
import { ownPage } from '../go-on.ts';
import { enterCode } from './two-step.contract.ts';
import { twoStepWords } from './two-step.words.ts';

/** The second step: a code of the app, or a printed one when the phone is gone. */
export function CodePage() {
  const t = useWords(twoStepWords);
  const navigate = useNavigate();
  const { returnTo } = useSearch({ strict: false }) as { returnTo?: string };
  const [printed, setPrinted] = useState(false);
  const entering = useMutation({
    mutationFn: (code: string) => call(enterCode, { body: { code } }),
    onSuccess: async (answer) => {
      queries.setQueryData(viewerQuery.queryKey, answer);
      await navigate({ href: ownPage(returnTo) });
    },
    meta: { shownOnPage: true },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    entering.mutate(String(new FormData(event.currentTarget).get('code')).trim());
  };
  return (
    <Gate title={t.secondStep}>
      <form onSubmit={submit}>
        <Stack>
          {entering.error ? (
            <Alert color="red" role="alert">
              {entering.error.message}
            </Alert>
          ) : null}
          {printed ? (
            <TextInput
              key="printed"
              name="code"
              label={t.printedCode}
              autoComplete="off"
              required
              minLength={16}
            />
          ) : (
            <TextInput
              key="app"
              name="code"
              label={t.appCode}
              description={t.appCodeHelp}
              inputMode="numeric"
              autoComplete="one-time-code"
              pattern="[0-9 ]{6,7}"
              title={t.sixDigits}
              required
              data-autofocus
            />
          )}
          <Button type="submit" loading={entering.isPending}>
            {t.goOn}
          </Button>
          <Button variant="subtle" onClick={() => setPrinted(!printed)}>
            {printed ? t.useApp : t.usePrinted}
          </Button>
          <Text fz="sm" c="dimmed">
            {t.lostBoth}{' '}
            <Anchor component={Link} to="/sign-in" fz="sm" underline="always">
              {t.startOver}
            </Anchor>
          </Text>
        </Stack>
      </form>
    </Gate>
  );
}
