import { Alert, Button, Group, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import type { Answer, CallArguments } from '#app/platform/contract.ts';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { Empty, PageHeader, Waiting } from '#app/web/page-states.tsx';
import { AlikeList, type SameAs } from '../alike/alike-list.tsx';
import { DeadlinesTable } from '../deadlines-table.tsx';
import { NamesTable } from '../names-table.tsx';
import { previewPublication } from '../publication.contract.ts';
import { applyAmendment, previewAmendment } from './amendment.contract.ts';
import type { Pair, Relation } from './amendment.ts';
import { amendmentWords } from './amendment.words.ts';
import { PairsList } from './pairs-list.tsx';
import '../duties.css';
import '../publish.css';
import './amendment.css';

type View = { of?: string; relation?: Relation };

/** A plan that takes the place of another, or changes it: each duty's fate, confirmed in one step. */
export function AmendmentPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  return (
    <Suspense fallback={<Waiting />}>
      <Amendment id={id} />
    </Suspense>
  );
}

function Amendment({ id }: { id: string }) {
  const t = useWords(amendmentWords);
  const view = useSearch({ strict: false }) as View;
  const { data } = useSuspenseQuery({
    queryKey: ['duties', 'amendment', id, view],
    queryFn: () => call(previewAmendment, { params: { id }, query: view }),
  });
  return (
    <>
      <PageHeader title={t.title(data.symbol ?? t.thisDocument)} lead={t.lead}>
        <Button component={Link} to={`/documents/${id}`} variant="default">
          {t.toDocument}
        </Button>
      </PageHeader>
      {data.state === 'published' ? (
        <Alert color="river" variant="light">
          {t.already}
        </Alert>
      ) : data.named.length ? (
        <Stack>
          <Chosen id={id} data={data} view={view} />
          {data.of ? <Decide key={`${data.of} ${data.relation}`} id={id} data={data} /> : null}
        </Stack>
      ) : (
        <Empty title={t.noNamed}>
          <Text mb="sm">{t.noNamedHelp}</Text>
          <Button component={Link} to={`/documents/${id}/publish`}>
            {t.toPublish}
          </Button>
        </Empty>
      )}
    </>
  );
}

type Preview = Answer<typeof previewAmendment>;

function Chosen({ id, data, view }: { id: string; data: Preview; view: View }) {
  const t = useWords(amendmentWords);
  const navigate = useNavigate();
  const go = (change: View) =>
    void navigate({
      to: `/documents/${id}/amendment`,
      search: { ...view, ...change } as never,
      replace: true,
    });
  const said = data.named.find((one) => one.id === data.of && one.relation);
  return (
    <div className="paper" style={{ padding: 14 }}>
      {said?.relation ? <Text mb="xs">{t.says(said.symbol ?? '', t.whats[said.relation])}</Text> : null}
      <Group align="end" gap="sm">
        <Select
          label={t.of}
          data={data.named.map((one) => ({
            value: one.id,
            label: [one.symbol, one.title].filter(Boolean).join(' · ').slice(0, 100),
          }))}
          value={data.of}
          allowDeselect={false}
          onChange={(of) => of && go({ of })}
          style={{ flex: '1 1 280px' }}
        />
        <Select
          label={t.relation}
          data={(['replaces', 'amends'] as const).map((value) => ({ value, label: t.relations[value] }))}
          value={data.relation}
          allowDeselect={false}
          onChange={(relation) => relation && go({ relation })}
          style={{ flex: '0 1 280px' }}
        />
      </Group>
    </div>
  );
}

function Decide({ id, data }: { id: string; data: Preview }) {
  const t = useWords(amendmentWords);
  const { data: names } = useSuspenseQuery({
    queryKey: ['duties', 'publication', id],
    queryFn: () => call(previewPublication, { params: { id } }),
  });
  const relation = data.relation!;
  const [pairs, setPairs] = useState<Pair[]>(data.pairs);
  const [decided, setDecided] = useState<Record<string, string[]>>({});
  const [same, setSame] = useState<SameAs>({});
  const [accepted, setAccepted] = useState<string[]>([]);
  const [reason, setReason] = useState(t.reasonOf(data.symbol ?? ''));
  const applying = useApplying(id);
  const open = names.names.filter((name) => name.mustBeDecided && !decided[name.printed]).length;
  const unconfirmed = names.duties.filter(({ confirmed }) => !confirmed).length;
  const count = (as: Pair['as']) => pairs.filter((pair) => pair.as === as).length;
  const fresh = pairs.flatMap(({ newId, as }) => (as === 'new' && newId ? newId : []));
  const known = fresh.flatMap((newId) => (same[newId] ? [{ id: newId, dutyId: same[newId] }] : []));
  const assumed = names.deadlines.filter(({ assumption }) => assumption);
  const send = () =>
    applying.mutate({
      of: data.of!,
      relation,
      pairs,
      reason,
      same: known,
      decisions: Object.entries(decided).map(([printed, agencyIds]) => ({ printed, agencyIds })),
      acceptedDeadlines: accepted,
      revision: data.revision,
    });
  return (
    <>
      <div className="paper publish-bar">
        <div style={{ flex: '1 1 320px' }}>
          <Text fz="xl" fw={600} aria-live="polite">
            {t.counts(count('kept'), count('changed'), count('withdrawn'), count('new') - known.length)}
          </Text>
          <Text c="dimmed" fz="sm" mb="xs">
            {t.history}
          </Text>
          <TextInput
            label={t.reason}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <div aria-live="polite">
            {open ? <Text className="late">{t.openNames(open)}</Text> : null}
            {unconfirmed ? <Text className="late">{t.unconfirmed(unconfirmed)}</Text> : null}
            {applying.error ? <Text className="late">{applying.error.message}</Text> : null}
          </div>
        </div>
        <Button
          size="md"
          loading={applying.isPending}
          disabled={open + unconfirmed > 0 || !reason.trim()}
          onClick={send}
        >
          {t.confirm}
        </Button>
      </div>
      <section>
        <Title order={2} fz="lg" mb="xs">
          {t.list}
        </Title>
        <PairsList data={data} pairs={pairs} relation={relation} change={setPairs} />
      </section>
      <AlikeList id={id} same={same} choose={setSame} apart={data.of ?? undefined} among={fresh} />
      <section>
        <Title order={2} fz="lg" mb="xs">
          {t.names}
        </Title>
        <NamesTable
          names={names.names}
          agencies={names.agencies}
          decided={decided}
          decide={(printed, agencyIds) =>
            setDecided(({ [printed]: _before, ...others }) =>
              agencyIds ? { ...others, [printed]: agencyIds } : others,
            )
          }
        />
      </section>
      {assumed.length ? (
        <section>
          <Title order={2} fz="lg" mb="xs">
            {t.deadlines}
          </Title>
          <DeadlinesTable
            deadlines={assumed}
            duties={names.duties}
            accepted={accepted}
            accept={setAccepted}
          />
        </section>
      ) : null}
    </>
  );
}

function useApplying(id: string) {
  const t = useWords(amendmentWords);
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (body: CallArguments<typeof applyAmendment>['body']) =>
      call(applyAmendment, { params: { id }, body }),
    onSuccess: async ({ kept, changed, withdrawn, given }) => {
      notifications.show({ message: t.done(kept, changed, withdrawn, given) });
      await navigate({ to: '/duties', search: { document: id, whose: 'all' } as never });
      await client.invalidateQueries();
    },
    meta: { shownOnPage: true },
  });
}
