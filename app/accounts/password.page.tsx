import { Button, Group, Paper, PasswordInput, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { call, faultAt } from '#app/web/call.ts';
import { Fault } from '#app/web/fault.tsx';
import { useWords } from '#app/web/language.tsx';
import { PageHeader } from '#app/web/page-states.tsx';
import { useViewer, viewerQuery } from '#app/web/viewer.ts';
import { setPassword } from './account.contract.ts';
import { accountWords } from './account.words.ts';

export function PasswordPage() {
  const t = useWords(accountWords);
  const viewer = useViewer();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [mistake, setMistake] = useState<string | null>(null);
  const saving = useMutation({
    mutationFn: (body: { password: string; current?: string }) => call(setPassword, { body }),
    onSuccess: async () => {
      await client.invalidateQueries(viewerQuery);
      notifications.show({ message: t.saved });
      await navigate({ to: '/' });
    },
    meta: { shownOnPage: true },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const password = String(form.get('password'));
    if (password !== form.get('again')) return setMistake(t.different);
    setMistake(null);
    saving.mutate(viewer.asksPassword ? { password, current: String(form.get('current')) } : { password });
  };
  const errorAt = (path: string) => faultAt(saving.error, path);
  return (
    <>
      <PageHeader title={viewer.hasPassword ? t.changeTitle : t.setTitle} lead={t.setHelp} />
      <Paper className="paper" p="lg" maw={480}>
        <form onSubmit={submit}>
          <Stack>
            {viewer.asksPassword ? (
              <PasswordInput
                name="current"
                label={t.current}
                autoComplete="current-password"
                required
                error={errorAt('current')}
              />
            ) : null}
            <PasswordInput
              name="password"
              label={t.fresh}
              autoComplete="new-password"
              required
              error={errorAt('password')}
            />
            <PasswordInput
              name="again"
              label={t.again}
              autoComplete="new-password"
              required
              error={mistake}
            />
            <Fault error={saving.error} />
            <Group>
              <Button type="submit" loading={saving.isPending}>
                {t.save}
              </Button>
              {viewer.asksPassword ? null : (
                <Button component={Link} to="/" variant="default">
                  {t.later}
                </Button>
              )}
            </Group>
          </Stack>
        </form>
      </Paper>
    </>
  );
}
