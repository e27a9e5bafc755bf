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
import { ownPage } from './go-on.ts';
import { ssoWords } from './single-sign-on/sso.words.ts';
import { SsoButtons } from './single-sign-on/sso-buttons.tsx';

type Search = { returnTo?: string; sso?: keyof typeof ssoWords.vi.outcomes };

export function SignInPage() {
  const t = useWords(accountWords);
  const outcomes = useWords(ssoWords).outcomes;
  const navigate = useNavigate();
  const { returnTo, sso } = useSearch({ strict: false }) as Search;
  const entering = useMutation({
    mutationFn: (body: { email: string; password: string }) => call(signIn, { body }),
    onSuccess: async (answer) => {
      if (!answer.viewer)
        return navigate({ to: '/sign-in/code', search: (returnTo ? { returnTo } : {}) as never });
      queries.setQueryData(viewerQuery.queryKey, answer);
      await navigate({ href: ownPage(returnTo) });
    },
    meta: { shownOnPage: true },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    entering.mutate({ email: String(form.get('email')).trim(), password: String(form.get('password')) });
  };
  const trouble = entering.error?.message ?? (sso ? outcomes[sso] : undefined);
  return (
    <Gate title={t.signIn}>
      <form onSubmit={submit}>
        <Stack>
          {trouble ? (
            <Alert color="red" role="alert">
              {trouble}
            </Alert>
          ) : null}
          <TextInput name="email" type="email" label={t.email} autoComplete="username" required />
          <PasswordInput name="password" label={t.password} autoComplete="current-password" required />
          <Button type="submit" loading={entering.isPending}>
            {t.signIn}
          </Button>
          <SsoButtons returnTo={returnTo} />
          <Text fz="sm" c="dimmed">
            {t.noPassword}
          </Text>
        </Stack>
      </form>
    </Gate>
  );
}
