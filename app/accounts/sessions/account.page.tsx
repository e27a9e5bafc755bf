import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { PageHeader, Waiting } from '#app/web/page-states.tsx';
import { useViewer, viewerQuery } from '#app/web/viewer.ts';
import { OwnSsoSection } from '../single-sign-on/own-sso-section.tsx';
import { ssoWords } from '../single-sign-on/sso.words.ts';
import { TwoStepSection } from '../two-step/two-step-section.tsx';
import { AttemptsSection } from './attempts-section.tsx';
import { readOwnAccount } from './own-account.contract.ts';
import { ownAccountWords } from './own-account.words.ts';
import { SessionsSection } from './sessions-section.tsx';
import '../account.css';

/** What a person does with their own way in. */
export function AccountPage() {
  const t = useWords(ownAccountWords);
  const viewer = useViewer();
  const client = useQueryClient();
  const { data, error } = useQuery({ queryKey: ['account'], queryFn: () => call(readOwnAccount, {}) });
  if (error && !data) throw error;
  if (!data) return <Waiting />;
  const refresh = () =>
    Promise.all([client.invalidateQueries({ queryKey: ['account'] }), client.invalidateQueries(viewerQuery)]);
  return (
    <>
      <PageHeader title={t.title} lead={t.lead(viewer.name, viewer.email)} />
      <Stack maw={960}>
        <SsoOutcome />
        <section className="paper account-part">
          <Title order={2} fz={18}>
            {t.password}
          </Title>
          <Group justify="space-between">
            <Text>{viewer.hasPassword ? t.hasPassword : t.noPassword}</Text>
            <Button component={Link} to="/password" variant={viewer.hasPassword ? 'default' : 'filled'}>
              {viewer.hasPassword ? t.change : t.set}
            </Button>
          </Group>
        </section>
        <TwoStepSection state={data.twoStep} refresh={refresh} />
        <OwnSsoSection />
        <SessionsSection sessions={data.sessions} rules={data.rules} refresh={refresh} />
        <AttemptsSection attempts={data.attempts} />
      </Stack>
    </>
  );
}

function SsoOutcome() {
  const { outcomes } = useWords(ssoWords);
  const { sso } = useSearch({ strict: false }) as { sso?: keyof typeof outcomes };
  const said = sso ? outcomes[sso] : undefined;
  return said ? (
    <Text className="gentle-note" role="status">
      {said}
    </Text>
  ) : null;
}
