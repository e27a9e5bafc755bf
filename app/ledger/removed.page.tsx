import { Anchor, Button, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Answer } from '#app/platform/contract.ts';
import { call } from '#app/web/call.ts';
import { useLanguage, useWords } from '#app/web/language.tsx';
import { Empty, PageHeader, Waiting } from '#app/web/page-states.tsx';
import { showInstant } from '#app/web/show.ts';
import { listRemoved, restoreRemoved } from './ledger.contract.ts';
import { ledgerWords } from './ledger.words.ts';
import './ledger.css';

type Thing = Answer<typeof listRemoved>['things'][number];

/** What was set aside anywhere and can be taken back by this viewer. */
export function RemovedPage() {
  const t = useWords(ledgerWords);
  const { data, error } = useQuery({
    queryKey: ['removed'],
    queryFn: () => call(listRemoved, {}),
    staleTime: 0,
  });
  if (error && !data) throw error;
  if (!data) return <Waiting />;
  return (
    <>
      <Anchor component={Link} to="/activity" fz="sm">
        ← {t.activityTitle}
      </Anchor>
      <PageHeader title={t.removedTitle} lead={t.removedLead} />
      {data.things.length ? null : <Empty title={t.nothingRemoved} />}
      <Stack>
        {data.things.map((thing) => (
          <Row key={`${thing.subjectId}${thing.thing}`} thing={thing} />
        ))}
      </Stack>
    </>
  );
}

function Row({ thing }: { thing: Thing }) {
  const t = useWords(ledgerWords);
  const { language } = useLanguage();
  const queries = useQueryClient();
  const restoring = useMutation({
    mutationFn: () =>
      call(restoreRemoved, {
        body: { subjectKind: thing.subjectKind, subjectId: thing.subjectId, thing: thing.thing },
      }),
    onSuccess: async () => {
      notifications.show({ message: t.restored });
      await queries.invalidateQueries();
    },
  });
  const about = t.removedBy(thing.at && showInstant(thing.at), thing.by);
  return (
    <article className="paper" style={{ padding: '12px 18px' }}>
      <Text fz="sm" c="dimmed">
        {thing.kind[language]} ·{' '}
        {thing.page ? (
          <Anchor component={Link} to={thing.page} underline="always">
            {thing.from}
          </Anchor>
        ) : (
          thing.from
        )}
      </Text>
      <Text my={4} lineClamp={4} lang="vi">
        {thing.text}
      </Text>
      <Text fz="sm" c="dimmed">
        {[about, thing.reason && t.because(thing.reason)].filter(Boolean).join('. ')}
      </Text>
      <Button
        mt="xs"
        size="compact-md"
        variant="default"
        loading={restoring.isPending}
        aria-label={t.restoreOf(thing.text.slice(0, 80))}
        onClick={() => restoring.mutate()}
      >
        {t.restore}
      </Button>
    </article>
  );
}
