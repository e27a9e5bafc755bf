import { Alert, Button, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { queries } from '#app/web/queries.ts';
import { viewerQuery } from '#app/web/viewer.ts';
import { enterByLink } from './account.contract.ts';
import { accountWords } from './account.words.ts';
import { Gate } from './gate.tsx';
import { SsoButtons } from './single-sign-on/sso-buttons.tsx';

/** Opens a one-time link. It is used up by the button, not by opening the page: mail scanners open pages too. */
export function EnterPage() {
  const t = useWords(accountWords);
  const navigate = useNavigate();
  const token = location.hash.slice(1);
  const entering = useMutation({
    mutationFn: () => call(enterByLink, { body: { token } }),
    onSuccess: async (answer) => {
      if (!answer.viewer)
        return navigate({ to: '/sign-in/code', search: { returnTo: '/password' } as never });
      queries.setQueryData(viewerQuery.queryKey, answer);
      await navigate({ to: '/password' });
    },
    meta: { shownOnPage: true },
  });
  return (
    <Gate title={t.enterTitle}>
      <Stack>
        {entering.error ? (
          <Alert color="red" role="alert">
            {entering.error.message}
          </Alert>
        ) : (
          <Text>{t.enterHelp}</Text>
        )}
        <Button onClick={() => entering.mutate()} loading={entering.isPending}>
          {t.enter}
        </Button>
        <SsoButtons token={token} />
      </Stack>
    </Gate>
  );
}
