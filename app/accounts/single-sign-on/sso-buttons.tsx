import { Button, Divider, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { beginSso, listSignInWays } from './sso.contract.ts';
import { ssoWords } from './sso.words.ts';

/** One button for each provider of the province; with the token of an invitation, the account is linked to who is invited. */
export function SsoButtons({ token, returnTo }: { token?: string; returnTo?: string | undefined }) {
  const t = useWords(ssoWords);
  const { data } = useQuery({ queryKey: ['sign-in-ways'], queryFn: () => call(listSignInWays, {}) });
  const leaving = useMutation({
    mutationFn: (id: string) =>
      call(beginSso, {
        params: { id },
        body: { ...(token ? { token } : {}), ...(returnTo ? { returnTo } : {}) },
      }),
    onSuccess: ({ address }) => location.assign(address),
    meta: { shownOnPage: true },
  });
  if (!data?.providers.length) return null;
  return (
    <>
      <Divider label={t.or} labelPosition="center" styles={{ label: { color: 'var(--ink-soft)' } }} />
      {data.providers.map(({ id, label }) => (
        <Button
          key={id}
          variant="default"
          onClick={() => leaving.mutate(id)}
          loading={leaving.isPending && leaving.variables === id}
        >
          {label}
        </Button>
      ))}
      {leaving.error ? (
        <Text c="red" role="alert">
          {leaving.error.message}
        </Text>
      ) : null}
    </>
  );
}
