import { Alert, Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { queries } from '#app/web/queries.ts';
import { viewerQuery } from '#app/web/viewer.ts';
import { signIn } from './account.contract.ts';
import { accountWords } from './account.words.ts';
import { Gate } from './gate.tsx';

export function SignInPage() {
  const t = useWords(accountWords);
  const navigate = useNavigate();
  const { returnTo } = useSearch({ strict: false }) as { returnTo?: string };
  const entering = useMutation({
    mutationFn: (body: { email: string; password: string }) => call(signIn, { body }),
    onSuccess: async (answer) => {
      queries.setQueryData(viewerQuery.queryKey, answer);
      await navigate({ href: returnTo?.startsWith('/') && !returnTo.startsWith('//') ? returnTo : '/' });
    },
    meta: { shownOnPage: true },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    entering.mutate({ email: String(form.get('email')).trim(), password: String(form.get('password')) });
  };
  return (
    <Gate title={t.signIn}>
      <form onSubmit={submit}>
        <Stack>
          {entering.error ? (
            <Alert color="red" role="alert">
              {entering.error.message}
            </Alert>
          ) : null}
          <TextInput name="email" type="email" label={t.email} autoComplete="username" required />
          <PasswordInput name="password" label={t.password} autoComplete="current-password" required />
          <Button type="submit" loading={entering.isPending}>
            {t.signIn}
          </Button>
          <Text fz="sm" c="dimmed">
            {t.noPassword}
          </Text>
        </Stack>
      </form>
    </Gate>
  );
}
