import { Button, Checkbox, Group, NumberInput, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { roles } from '#app/platform/viewer.ts';
import { call, Refusal } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { PageHeader, Waiting } from '#app/web/page-states.tsx';
import { shellWords } from '#app/web/shell.words.ts';
import { viewerQuery } from '#app/web/viewer.ts';
import { ProvidersSection } from '../single-sign-on/providers-section.tsx';
import { readSignInRules, setSignInRules } from './sign-in-rules.contract.ts';
import type { SignInRules } from './sign-in-rules.ts';
import { rulesWords } from './sign-in-rules.words.ts';
import '../account.css';

/** The administrator's page: sessions, resting accounts, two steps, single sign-on. */
export function SignInRulesPage() {
  const t = useWords(rulesWords);
  const { data, error } = useQuery({ queryKey: ['sign-in-rules'], queryFn: () => call(readSignInRules, {}) });
  if (error && !data) throw error;
  if (!data) return <Waiting />;
  return (
    <>
      <PageHeader title={t.title} lead={t.lead} />
      <Stack maw={820}>
        <RulesForm given={data.rules} />
        <ProvidersSection />
      </Stack>
    </>
  );
}

type Numbers = 'idleMinutes' | 'absoluteHours' | 'idleAccountDays' | 'twoStepGraceDays';

function RulesForm({ given }: { given: SignInRules }) {
  const t = useWords(rulesWords);
  const roleNames = useWords(shellWords).roles;
  const client = useQueryClient();
  const [rules, setRules] = useState(given);
  const saving = useMutation({
    mutationFn: () => call(setSignInRules, { body: rules }),
    onSuccess: async () => {
      notifications.show({ message: t.saved });
      await client.invalidateQueries({ queryKey: ['sign-in-rules'] });
      await client.invalidateQueries(viewerQuery);
    },
    meta: { shownOnPage: true },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    saving.mutate();
  };
  const errors = saving.error instanceof Refusal ? saving.error.errors : [];
  const number = (key: Numbers, label: string, [min, max]: [number, number], help?: string) => (
    <NumberInput
      label={label}
      description={help}
      min={min}
      max={max}
      clampBehavior="none"
      value={rules[key] ?? ''}
      onChange={(value) => setRules({ ...rules, [key]: value === '' ? null : Number(value) })}
      error={errors.some((one) => one.path === key) ? `${min}–${max}` : undefined}
      hideControls
      maw={520}
    />
  );
  return (
    <form onSubmit={submit} className="paper account-part">
      <Title order={2} fz={18}>
        {t.sessions}
      </Title>
      {number('idleMinutes', t.idle, [5, 1440])}
      {number('absoluteHours', t.absolute, [1, 720])}
      {number('idleAccountDays', t.atRest, [7, 3650], t.atRestHelp)}
      <Title order={2} fz={18} mt="sm">
        {t.twoStep}
      </Title>
      <Checkbox.Group
        label={t.roles}
        description={t.rolesHelp}
        value={rules.twoStepRoles}
        onChange={(chosen) =>
          setRules({ ...rules, twoStepRoles: roles.filter((role) => chosen.includes(role)) })
        }
      >
        <Group mt="xs">
          {roles.map((role) => (
            <Checkbox key={role} value={role} label={roleNames[role]} />
          ))}
        </Group>
      </Checkbox.Group>
      {number('twoStepGraceDays', t.grace, [0, 365], t.graceHelp)}
      {saving.error ? (
        <Text c="red" role="alert">
          {saving.error.message}
        </Text>
      ) : null}
      <Group>
        <Button type="submit" loading={saving.isPending}>
          {t.save}
        </Button>
      </Group>
    </form>
  );
}
