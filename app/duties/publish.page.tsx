import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import type { Answer } from '#app/platform/contract.ts';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { PageHeader, Waiting } from '#app/web/page-states.tsx';
import { showNumber } from '#app/web/show.ts';
import { AlikeList, type SameAs } from './alike/alike-list.tsx';
import { AmendmentOffer } from './amendment/amendment-offer.tsx';
import { DeadlinesTable } from './deadlines-table.tsx';
import { NamesTable } from './names-table.tsx';
import { previewPublication, publish } from './publication.contract.ts';
import { countGiven, planPublication } from './publication.ts';
import { publicationWords } from './publication.words.ts';
import './duties.css';
import './publish.css';

type Preview = Answer<typeof previewPublication>;

export function PublishPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  return (
    <Suspense fallback={<Waiting />}>
      <Publication id={id} />
    </Suspense>
  );
}

function Publication({ id }: { id: string }) {
  const t = useWords(publicationWords);
  const { data } = useSuspenseQuery({
    queryKey: ['duties', 'publication', id],
    queryFn: () => call(previewPublication, { params: { id } }),
  });
  const title = t.title(data.symbol ?? t.thisDocument);
  const open = data.duties.filter((duty) => !duty.confirmed).length;
  if (data.state === 'published')
    return (
      <>
        <PageHeader title={title} />
        <Alert color="river" variant="light">
          <Text mb="sm">{t.already}</Text>
          <Button component={Link} to="/duties" search={{ document: id, whose: 'all' } as never}>
            {t.toDuties}
          </Button>
        </Alert>
      </>
    );
  return (
    <>
      <PageHeader title={title} lead={t.lead}>
        <Button component={Link} to={`/documents/${id}`} variant="default">
          {t.toDocument}
        </Button>
      </PageHeader>
      <AmendmentOffer id={id} />
      <Decide id={id} data={data} unconfirmed={open} />
    </>
  );
}

/** Names decided otherwise than matched, and assumed dates that were accepted; nothing is sent until the button. */
function Decide({ id, data, unconfirmed }: { id: string; data: Preview; unconfirmed: number }) {
  const t = useWords(publicationWords);
  const [decided, setDecided] = useState<Record<string, string[]>>({});
  const [accepted, setAccepted] = useState<string[]>([]);
  const [same, setSame] = useState<SameAs>({});
  const decisions = data.names.map(({ printed, agencyIds }) => ({
    printed,
    agencyIds: decided[printed] ?? agencyIds,
  }));
  const given = countGiven(
    planPublication(
      data.duties.filter(({ id: dutyId }) => !same[dutyId]),
      decisions,
    ),
  );
  const open = data.names.filter((name) => name.mustBeDecided && !decided[name.printed]).length;
  const publishing = usePublishing(id);
  const send = () =>
    publishing.mutate({
      decisions: Object.entries(decided).map(([printed, agencyIds]) => ({ printed, agencyIds })),
      acceptedDeadlines: accepted,
      same: Object.entries(same).map(([from, dutyId]) => ({ id: from, dutyId })),
      revision: data.revision,
    });
  return (
    <Stack>
      <div className="paper publish-bar">
        <div>
          <Text fz="xl" fw={600}>
            {t.counts(showNumber(given.duties), showNumber(given.agencies))}
          </Text>
          <Text c="dimmed" fz="sm">
            {t.once}
          </Text>
          {given.unassigned ? <Text fz="sm">{t.unassigned(showNumber(given.unassigned))}</Text> : null}
          <div aria-live="polite">
            {open ? <Text className="late">{t.openNames(open)}</Text> : null}
            {unconfirmed ? <Text className="late">{t.unconfirmed(showNumber(unconfirmed))}</Text> : null}
            {publishing.error ? <Text className="late">{publishing.error.message}</Text> : null}
          </div>
        </div>
        <Button
          size="md"
          onClick={send}
          loading={publishing.isPending}
          disabled={open > 0 || unconfirmed > 0}
        >
          {t.publish}
        </Button>
      </div>
      <AlikeList id={id} same={same} choose={setSame} />
      <section>
        <Title order={2} fz="lg" mb="xs">
          {t.names}
        </Title>
        <NamesTable
          names={data.names}
          agencies={data.agencies}
          decided={decided}
          decide={(printed, agencyIds) =>
            setDecided(({ [printed]: _before, ...others }) =>
              agencyIds ? { ...others, [printed]: agencyIds } : others,
            )
          }
        />
      </section>
      {data.deadlines.length ? (
        <section>
          <Title order={2} fz="lg" mb="xs">
            {t.deadlines}
          </Title>
          <DeadlinesTable
            deadlines={data.deadlines}
            duties={data.duties}
            accepted={accepted}
            accept={setAccepted}
          />
        </section>
      ) : null}
      {data.names.length > 8 ? (
        <Group justify="end">
          <Button
            size="md"
            onClick={send}
            loading={publishing.isPending}
            disabled={open > 0 || unconfirmed > 0}
          >
            {t.publish}
          </Button>
        </Group>
      ) : null}
    </Stack>
  );
}

function usePublishing(id: string) {
  const t = useWords(publicationWords);
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (body: {
      decisions: { printed: string; agencyIds: string[] }[];
      acceptedDeadlines: string[];
      same: { id: string; dutyId: string }[];
      revision: number;
    }) => call(publish, { params: { id }, body }),
    onSuccess: async (given) => {
      notifications.show({ message: t.published(showNumber(given.duties), showNumber(given.agencies)) });
      await navigate({ to: '/duties', search: { document: id, whose: 'all' } as never });
      await client.invalidateQueries();
    },
    meta: { shownOnPage: true },
  });
}
