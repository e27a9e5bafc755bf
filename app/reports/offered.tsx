import { Anchor, Badge, Button, Group, NativeSelect, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { showDay } from '#app/web/show.ts';
import { openPeriod } from './period.contract.ts';
import { listOffered, listProposed, startDefinition, takeDefinition } from './regime.contract.ts';
import { regimeWords } from './regime.words.ts';

/** Regimes that come with the program, with source and mark, to be taken over; and a new one of one's own. */
export function OfferedDefinitions({ mayTake }: { mayTake: boolean }) {
  const t = useWords(regimeWords);
  const client = useQueryClient();
  const navigate = useNavigate();
  const { data } = useQuery({ queryKey: ['reports', 'offered'], queryFn: () => call(listOffered, {}) });
  const [own, setOwn] = useState({
    name: '',
    basis: '',
    regime: 'topical' as 'periodic' | 'topical' | 'ad-hoc',
  });
  const show = async ({ id }: { id: string }) => {
    await client.invalidateQueries({ queryKey: ['reports'] });
    await navigate({ to: `/reports/definitions/${id}` });
  };
  const taking = useMutation({
    mutationFn: (key: string) => call(takeDefinition, { body: { key } }),
    onSuccess: show,
  });
  const starting = useMutation({ mutationFn: () => call(startDefinition, { body: own }), onSuccess: show });
  if (!data) return null;
  return (
    <details style={{ marginTop: 28 }}>
      <summary style={{ cursor: 'pointer', minHeight: 24 }}>
        <Title order={2} fz="lg" style={{ display: 'inline' }}>
          {t.offered}
        </Title>
      </summary>
      <Text c="dimmed" my="sm">
        {t.offeredHelp}
      </Text>
      <Stack gap="xs">
        {data.definitions.map((one) => (
          <Group key={one.key} className="paper" p="sm" justify="space-between" align="start">
            <div style={{ flex: '1 1 320px' }}>
              <Text fw={600}>{one.name}</Text>
              <Group gap={8}>
                <Badge className="state-label" variant="outline" radius="sm" tt="none">
                  {one.isVerified ? (one.toVerify ? t.partlyVerified(one.toVerify) : t.verified) : t.toVerify}
                </Badge>
                {one.fromPlan ? null : <Text fz="sm">{t.size(one.slots, one.indicators)}</Text>}
              </Group>
              <Text fz="sm" c="dimmed" mt={4}>
                {t.source}: {one.source}
              </Text>
            </div>
            {one.takenAs ? (
              <Anchor component={Link} to={`/reports/definitions/${one.takenAs}`} underline="always">
                {t.openTaken}
              </Anchor>
            ) : one.fromPlan ? (
              <Text fz="sm">{t.madeFromPlan}</Text>
            ) : mayTake ? (
              <Button
                variant="default"
                aria-label={t.takeOf(one.name)}
                loading={taking.isPending && taking.variables === one.key}
                onClick={() => taking.mutate(one.key)}
              >
                {t.take}
              </Button>
            ) : null}
          </Group>
        ))}
      </Stack>
      {mayTake ? (
        <form
          onSubmit={(event: FormEvent) => {
            event.preventDefault();
            starting.mutate();
          }}
        >
          <Title order={3} fz="md" mt="md">
            {t.start}
          </Title>
          <Group align="end">
            <TextInput
              label={t.startName}
              required
              minLength={3}
              style={{ flex: '1 1 240px' }}
              value={own.name}
              onChange={(event) => setOwn({ ...own, name: event.currentTarget.value })}
            />
            <TextInput
              label={t.startBasis}
              required
              style={{ flex: '1 1 200px' }}
              value={own.basis}
              onChange={(event) => setOwn({ ...own, basis: event.currentTarget.value })}
            />
            <NativeSelect
              label={t.regime}
              value={own.regime}
              data={Object.entries(t.regimes).map(([value, label]) => ({ value, label }))}
              onChange={(event) => setOwn({ ...own, regime: event.currentTarget.value as typeof own.regime })}
            />
            <Button type="submit" variant="default" loading={starting.isPending}>
              {t.begin}
            </Button>
          </Group>
        </form>
      ) : null}
    </details>
  );
}

/** Periods whose time has come by the calendar, each with one button. */
export function ProposedPeriods() {
  const t = useWords(regimeWords);
  const client = useQueryClient();
  const navigate = useNavigate();
  const { data } = useQuery({ queryKey: ['reports', 'proposed'], queryFn: () => call(listProposed, {}) });
  const opening = useMutation({
    mutationFn: (body: { definitionId: string; kind: 'year'; year: number; index: number }) =>
      call(openPeriod, { body }),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: ['reports'] });
      await navigate({ to: `/reports/${id}` });
    },
  });
  if (!data?.periods.length) return null;
  return (
    <section aria-label={t.proposed} style={{ marginBottom: 20 }}>
      <Title order={2} fz="lg" mb={6}>
        {t.proposed}
      </Title>
      <Stack gap="xs">
        {data.periods.map(
          ({ definitionId, kind, year, index, reportName, name, from, to, dueOn, byItself }) => (
            <Group key={`${definitionId}${name}`} className="paper" p="sm" justify="space-between">
              <Text style={{ flex: '1 1 320px' }}>
                {t.proposedLine(reportName, name, showDay(from), showDay(to), showDay(dueOn))}{' '}
                {byItself ? t.tonight : ''}
              </Text>
              <Button
                variant="default"
                aria-label={t.openNowOf(reportName, name)}
                loading={opening.isPending}
                onClick={() => opening.mutate({ definitionId, kind: kind as 'year', year, index })}
              >
                {t.openNow}
              </Button>
            </Group>
          ),
        )}
      </Stack>
    </section>
  );
}
