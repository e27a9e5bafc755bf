import {
  Button,
  Group,
  NativeSelect,
  NumberInput,
  Paper,
  SimpleGrid,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { call, Refusal } from '#app/web/call.ts';
import { DayField } from '#app/web/day-field.tsx';
import { useWords } from '#app/web/language.tsx';
import { showDay } from '#app/web/show.ts';
import { listDefinitions, proposeWindow } from './definition.contract.ts';
import { openPeriod } from './period.contract.ts';
import { reportWords } from './report.words.ts';

type Kind = 'month' | 'quarter' | 'half-year' | 'nine-months' | 'year' | 'own';
const indexes: Record<Kind, number> = {
  month: 12,
  quarter: 4,
  'half-year': 2,
  'nine-months': 1,
  year: 1,
  own: 1,
};

/** Which report, which period; the calendar proposes window and due date, which may be changed. */
export function OpenPeriod({ onClose }: { onClose: () => void }) {
  const t = useWords(reportWords);
  const client = useQueryClient();
  const navigate = useNavigate();
  const { data } = useQuery({
    queryKey: ['reports', 'definitions'],
    queryFn: () => call(listDefinitions, {}),
  });
  const [chosen, choose] = useState<{ id?: string; kind: Kind; year: number; index: number; dueOn?: string }>(
    () => ({
      kind: 'half-year',
      year: new Date().getFullYear(),
      index: new Date().getMonth() < 6 ? 1 : 2,
    }),
  );
  const definitionId = chosen.id ?? data?.definitions[0]?.id;
  const own = chosen.kind === 'own';
  const { dueOn, id: _id, ...period } = chosen;
  const window = useQuery({
    queryKey: ['reports', 'window', definitionId, period],
    queryFn: () =>
      call(proposeWindow, {
        params: { id: definitionId! },
        query: { ...period, kind: period.kind as 'year' },
      }),
    enabled: Boolean(definitionId) && !own,
  });
  const opening = useMutation({
    mutationFn: (body: Parameters<typeof call<typeof openPeriod>>[1]['body']) => call(openPeriod, { body }),
    onSuccess: async ({ id, expected }) => {
      await client.invalidateQueries({ queryKey: ['reports'] });
      notifications.show({ message: t.opened(expected) });
      await navigate({ to: `/reports/${id}` });
    },
    meta: { shownOnPage: true },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!definitionId) return;
    const form = new FormData(event.currentTarget);
    const said = (name: string) => String(form.get(name) ?? '');
    const due = said('dueOn') ? { dueOn: said('dueOn') } : {};
    const named = own ? { name: said('name'), from: said('from'), to: said('to') } : {};
    opening.mutate({ definitionId, ...period, ...due, ...named });
  };
  if (!data?.definitions.length)
    return (
      <Paper className="paper" p="lg" mb="md">
        <Text mb="sm">{t.noPeriodsOverseer}</Text>
        <Button variant="default" onClick={onClose}>
          {t.cancel}
        </Button>
      </Paper>
    );
  return (
    <Paper className="paper" p="lg" mb="md" component="section" aria-label={t.openTitle}>
      <form onSubmit={submit}>
        <Title order={2} fz="lg" mb="sm">
          {t.openTitle}
        </Title>
        <NativeSelect
          label={t.definition}
          value={definitionId ?? ''}
          onChange={(event) => choose({ ...chosen, id: event.currentTarget.value })}
          data={data.definitions.map((one) => ({ value: one.id, label: one.content.name }))}
          mb="sm"
        />
        <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }}>
          <NativeSelect
            label={t.kind}
            value={chosen.kind}
            onChange={(event) => choose({ ...chosen, kind: event.currentTarget.value as Kind, index: 1 })}
            data={Object.entries(t.kinds).map(([value, label]) => ({ value, label }))}
          />
          <NumberInput
            label={t.year}
            value={chosen.year}
            min={2000}
            max={2100}
            onChange={(year) => choose({ ...chosen, year: Number(year) || chosen.year })}
          />
          {indexes[chosen.kind] > 1 ? (
            <NativeSelect
              label={t.which}
              value={String(chosen.index)}
              onChange={(event) => choose({ ...chosen, index: Number(event.currentTarget.value) })}
              data={Array.from({ length: indexes[chosen.kind] }, (_, n) => String(n + 1))}
            />
          ) : null}
          {own ? (
            <>
              <TextInput name="name" label={t.ownName} required />
              <DayField name="from" label={t.from} required />
              <DayField name="to" label={t.to} required />
            </>
          ) : null}
          <DayField
            name="dueOn"
            label={t.dueOn}
            required
            {...(own ? {} : { value: dueOn ?? window.data?.dueOn ?? '' })}
            onChange={(day) => choose({ ...chosen, dueOn: day })}
          />
        </SimpleGrid>
        <Text mt="sm" aria-live="polite">
          {!own && window.data
            ? t.willOpen(window.data.name, showDay(window.data.from), showDay(window.data.to))
            : ''}
        </Text>
        <Text c="dimmed" fz="sm">
          {t.dueHelp}
        </Text>
        {opening.error ? (
          <Text className="report-mistake" mt="xs" role="alert">
            {opening.error instanceof Refusal && opening.error.errors[0]?.message
              ? opening.error.errors[0].message
              : opening.error.message}
          </Text>
        ) : null}
        <Group mt="md">
          <Button type="submit" loading={opening.isPending}>
            {t.open}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t.cancel}
          </Button>
        </Group>
      </form>
    </Paper>
  );
}
