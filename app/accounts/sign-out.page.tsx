import { Alert, Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { forgetKept } from '#app/web/offline/kept-answers.ts';
import { Waiting } from '#app/web/page-states.tsx';
import { shellWords } from '#app/web/shell.words.ts';
import { signOut } from './account.contract.ts';
import { Gate } from './gate.tsx';

/** Ends the session. It stands outside the shell, so that no page asks for anything after its session is gone. */
export function SignOutPage() {
  const t = useWords(shellWords);
  const { mutate, error } = useMutation({
    mutationFn: () => {
      // Before the server is asked: without a network too, the next person here opens nothing of this one.
      forgetKept();
      return call(signOut, {});
    },
    // Loaded anew: nothing of this person stays in the memory of the page.
    onSuccess: () => location.replace('/sign-in'),
    meta: { shownOnPage: true },
  });
  useEffect(() => mutate(), [mutate]);
  return (
    <Gate title={t.signOut}>
      {error ? (
        <>
          <Alert color="red" role="alert">
            {error.message}
          </Alert>
          <Button onClick={() => mutate()}>{t.signOut}</Button>
        </>
      ) : (
        <Waiting />
      )}
    </Gate>
  );
}
