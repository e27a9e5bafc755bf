import { Anchor, Badge, Button, Group, Stack, Text, Title, VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '#app/web/language.tsx';
import { Empty, PageHeader, Waiting } from '#app/web/page-states.tsx';
import { showDay } from '#app/web/show.ts';
import type { Proposal, SuccessionHead } from './succession.contract.ts';
import { successionsQuery } from './succession.queries.ts';
import { successionWords } from './succession.words.ts';

/** Every reorganisation: what was applied, what is being drafted, and the changes of 2025 that wait for a person. */
export function SuccessionsPage() {
  const t = useWords(successionWords);
  const { data, error } = useQuery(successionsQuery);
  if (error && !data) throw error;
  if (!data) return <Waiting />;
  const of = (state: SuccessionHead['state']) => data.changes.filter((one) => one.state === state);
  const nothing = !data.changes.length && !(data.mayChange && data.proposals.length);
  return (
    <>
      <Anchor component={Link} to="/agencies" fz="sm">
        ← {t.back}
      </Anchor>
      <PageHeader title={t.title} lead={t.lead}>
        {data.mayChange ? (
          <Button component={Link} to="/agencies/changes/new">
            {t.start}
          </Button>
        ) : null}
      </PageHeader>
      <Stack gap="xl">
        {nothing ? (
          <Empty title={t.none}>
            <Text c="dimmed" ta="center">
              {data.mayChange ? t.noneHelp : t.noneReader}
            </Text>
          </Empty>
        ) : null}
        <Section title={t.drafts} rows={of('draft')} open={t.openDraft} />
        {data.proposals.length ? (
          <section>
            <Title order={2} fz="lg">
              {t.waiting}
            </Title>
            <Text c="dimmed" mb="sm">
              {t.waitingHelp}
            </Text>
            <Stack gap="xs">
              {data.proposals.map((proposal) => (
                <ProposalCard key={proposal.key} proposal={proposal} mayChange={data.mayChange} />
              ))}
            </Stack>
          </section>
        ) : null}
        <Section title={t.applied} rows={of('applied')} open={t.open} />
        <Section title={t.undone} rows={of('undone')} open={t.open} />
      </Stack>
    </>
  );
}

function Section({ title, rows, open }: { title: string; rows: SuccessionHead[]; open: string }) {
  const t = useWords(successionWords);
  if (!rows.length) return null;
  return (
    <section>
      <Title order={2} fz="lg" mb="sm">
        {title}
      </Title>
      <Stack gap="xs">
        {rows.map((row) => (
          <Card key={row.id} change={row}>
            <Text fz="sm" c="dimmed">
              {row.basis} ({t.marks[row.mark]})
            </Text>
            <Anchor component={Link} to={`/agencies/changes/${row.id}`}>
              {open}
              <VisuallyHidden>: {titleOf(row, t)}</VisuallyHidden>
            </Anchor>
          </Card>
        ))}
      </Stack>
    </section>
  );
}

function ProposalCard({ proposal, mayChange }: { proposal: Proposal; mayChange: boolean }) {
  const t = useWords(successionWords);
  return (
    <Card change={proposal}>
      <Badge className="state-label" variant="outline" radius="sm" tt="none">
        {t.marks[proposal.mark]}
      </Badge>
      <Text fz="sm">{proposal.note}</Text>
      {proposal.missing.length ? <Text fz="sm">{t.missing(proposal.missing.join(', '))}</Text> : null}
      <Text fz="sm" c="dimmed">
        {t.source}: {proposal.source}
      </Text>
      {mayChange ? (
        <Anchor component={Link} to="/agencies/changes/new" search={{ proposal: proposal.key } as never}>
          {t.openProposal}
          <VisuallyHidden>: {titleOf(proposal, t)}</VisuallyHidden>
        </Anchor>
      ) : null}
    </Card>
  );
}

type Titled = Pick<SuccessionHead, 'kind' | 'on' | 'newName'> & {
  from: { name: string }[];
  to: { name: string; field: string }[];
};

function Card({ change, children }: { change: Titled; children: ReactNode }) {
  const t = useWords(successionWords);
  return (
    <article className="paper" style={{ padding: '12px 16px' }}>
      <Group justify="space-between" align="start" gap="xs">
        <Title order={3} fz="md" style={{ flex: '1 1 320px' }}>
          {titleOf(change, t)}
        </Title>
        <Text fz="sm">
          {t.kinds[change.kind]}, {t.from(showDay(change.on))}
        </Text>
      </Group>
      <Stack gap={4} align="start" mt={4}>
        {children}
      </Stack>
    </article>
  );
}

const NAMED = 3;

/** "Sở A, Sở B → Sở C". */
export function titleOf(change: Titled, t: (typeof successionWords)['vi']): string {
  const list = (names: string[]) =>
    names.length > NAMED + 1
      ? `${names.slice(0, NAMED).join(', ')} +${names.length - NAMED}`
      : names.join(', ');
  const from = list(change.from.map((one) => one.name));
  if (change.kind === 'rename') return t.becomes(from, change.newName ?? t.newNameMissing);
  return t.becomes(from, list(change.to.map((one) => one.name)) || t.toNobody);
}
