import { Alert, Anchor, Badge, Button, Group, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { LedgerOf } from '#app/ledger/ledger-of.tsx';
import type { Answer } from '#app/platform/contract.ts';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { PageHeader, Waiting } from '#app/web/page-states.tsx';
import { showDay, showInstant } from '#app/web/show.ts';
import { ApplyForm, UndoForm } from './apply-forms.tsx';
import { ChoiceList } from './choice-list.tsx';
import { MoveGroups } from './move-groups.tsx';
import { RowSumsTable } from './row-sums-table.tsx';
import { discardSuccession, type showSuccession } from './succession.contract.ts';
import { successionQuery } from './succession.queries.ts';
import { successionWords } from './succession.words.ts';
import { titleOf } from './successions.page.tsx';
import { SumsTable } from './sums-table.tsx';

export type Shown = Answer<typeof showSuccession>;

/** Everything a change moves, before it is applied and after; applying and undoing it. */
export function SuccessionPage() {
  const t = useWords(successionWords);
  const { id } = useParams({ strict: false }) as { id: string };
  const { data, error } = useQuery(successionQuery(id));
  if (error && !data) throw error;
  if (!data) return <Waiting />;
  const isDraft = data.state === 'draft';
  return (
    <>
      <Anchor component={Link} to="/agencies/changes" fz="sm">
        ← {t.backToList}
      </Anchor>
      <PageHeader title={titleOf(data, t)} lead={`${t.kinds[data.kind]}, ${t.from(showDay(data.on))}`}>
        {isDraft && data.mayChange ? <DraftButtons id={data.id} /> : null}
      </PageHeader>
      <Stack>
        <Facts change={data} />
        {data.hindrance && isDraft ? (
          <Alert color="yellow" role="status">
            <Text c="var(--mantine-color-text)">{data.hindrance}</Text>
          </Alert>
        ) : null}
        {data.choices.length ? (
          <Section title={t.choose} help={t.chooseHelp}>
            <ChoiceList change={data} />
          </Section>
        ) : null}
        <Section title={isDraft ? t.willMove : t.moved}>
          <MoveGroups change={data} />
        </Section>
        {data.stays.length ? (
          <Section title={t.willStay}>
            <ul className="succession-stays">
              {data.stays.map((stay) => (
                <li key={stay.what + stay.why + stay.fromId}>
                  {t.stays[stay.why](stay.count, data.names[stay.fromId] ?? '')}
                </li>
              ))}
            </ul>
          </Section>
        ) : null}
        {data.kind === 'rename' ? null : (
          <Section title={t.sums} help={t.sumsHelp}>
            <SumsTable sums={data.sums} names={data.names} />
          </Section>
        )}
        {data.rowSums.length ? (
          <Section title={t.rows} help={t.rowsHelp}>
            <RowSumsTable change={data} />
          </Section>
        ) : null}
        {isDraft && data.mayChange ? <ApplyForm change={data} /> : null}
        {data.state === 'applied' && data.mayChange ? <UndoForm change={data} /> : null}
        <Section title={t.ledger}>
          <LedgerOf subjectKind="succession" subjectId={data.id} />
        </Section>
      </Stack>
    </>
  );
}

function Facts({ change }: { change: Shown }) {
  const t = useWords(successionWords);
  return (
    <div className="paper" style={{ padding: '12px 16px' }}>
      <Group gap="xs">
        <Badge className="state-label" variant="outline" radius="sm" tt="none">
          {t.states[change.state]}
        </Badge>
        <Badge className="state-label" variant="outline" radius="sm" tt="none">
          {t.marks[change.mark]}
        </Badge>
      </Group>
      <Text mt={6}>
        {t.basis}: {change.basis}{' '}
        {change.documentId ? (
          <Anchor component={Link} to={`/documents/${change.documentId}`} underline="always">
            {change.documentSymbol ?? t.open}
          </Anchor>
        ) : null}
      </Text>
      {change.source ? (
        <Text fz="sm" c="dimmed">
          {t.source}: {change.source}
        </Text>
      ) : null}
      {change.appliedAt ? (
        <Text>{t.appliedBy(change.appliedBy ?? '', showInstant(change.appliedAt))}</Text>
      ) : null}
      {change.undoneAt ? (
        <Text>
          {t.undoneBy(change.undoneBy ?? '', showInstant(change.undoneAt), change.undoReason ?? '')}
        </Text>
      ) : null}
    </div>
  );
}

function DraftButtons({ id }: { id: string }) {
  const t = useWords(successionWords);
  const client = useQueryClient();
  const navigate = useNavigate();
  const discarding = useMutation({
    mutationFn: () => call(discardSuccession, { params: { id } }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['successions'] });
      notifications.show({ message: t.discarded });
      await navigate({ to: '/agencies/changes' });
    },
  });
  return (
    <>
      <Button component={Link} to={`/agencies/changes/${id}/edit`} variant="default">
        {t.edit}
      </Button>
      <Button variant="default" loading={discarding.isPending} onClick={() => discarding.mutate()}>
        {t.discard}
      </Button>
    </>
  );
}

function Section({ title, help, children }: { title: string; help?: string; children: ReactNode }) {
  return (
    <section className="paper" style={{ padding: '14px 16px' }}>
      <Title order={2} fz="lg">
        {title}
      </Title>
      {help ? (
        <Text fz="sm" c="dimmed">
          {help}
        </Text>
      ) : null}
      <div style={{ marginTop: 10 }}>{children}</div>
    </section>
  );
}
