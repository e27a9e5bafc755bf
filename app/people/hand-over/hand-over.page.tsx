import { Alert, Anchor, Button, Checkbox, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { Answer } from '#app/platform/contract.ts';
import { call } from '#app/web/call.ts';
import { DayField } from '#app/web/day-field.tsx';
import { useWords } from '#app/web/language.tsx';
import { PageHeader, Waiting } from '#app/web/page-states.tsx';
import { Mistake, Part } from '../part.tsx';
import '../people.css';
import { useSaving } from '../use-saving.ts';
import { prepareHandOver, showHeld } from './hand-over.contract.ts';
import { itemKinds, mustBeTaken } from './hand-over.ts';
import { handOverWords } from './hand-over.words.ts';
import { type Line, WrittenLines } from './written-lines.tsx';

type Held = Answer<typeof showHeld>;
const keyOf = (item: { kind: string; subjectId: string | null }) => `${item.kind} ${item.subjectId}`;

/** Everything a person holds in one agency, and who takes each thing over. */
export function HandOverPage() {
  const t = useWords(handOverWords);
  const { id } = useParams({ strict: false }) as { id: string };
  const { agency = '' } = useSearch({ strict: false }) as { agency?: string };
  const { data, error } = useQuery({
    queryKey: ['hand-overs', 'held', id, agency],
    queryFn: () => call(showHeld, { params: { id }, query: { agency } }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (error && !data) throw error;
  if (!data) return <Waiting />;
  return (
    <>
      <Anchor component={Link} to={`/people/${id}`} fz="sm">
        ← {t.back}
      </Anchor>
      <PageHeader title={t.wizardTitle(data.personName)} lead={t.wizardLead(data.agencyName)} />
      {data.colleagues.length ? (
        <Wizard held={data} personId={id} agencyId={agency} />
      ) : (
        <Alert color="gray">{t.noColleague}</Alert>
      )}
    </>
  );
}

function Wizard({ held, personId, agencyId }: { held: Held; personId: string; agencyId: string }) {
  const t = useWords(handOverWords);
  const navigate = useNavigate();
  const only = held.colleagues.length === 1 ? held.colleagues[0]!.id : '';
  const [heir, setHeir] = useState(only);
  const [chosen, setChosen] = useState<Record<string, string>>({});
  const [lines, setLines] = useState<Line[]>([]);
  const [lastDay, setLastDay] = useState(held.today);
  const [endsWork, setEndsWork] = useState(false);
  const heirOf = (item: Held['items'][number]) => (item.mayPass ? (chosen[keyOf(item)] ?? heir) : '');
  const saving = useSaving(
    () =>
      call(prepareHandOver, {
        params: { id: personId },
        body: {
          agencyId,
          lastDay,
          endsWork,
          held: held.items.map((item) => ({
            kind: item.kind,
            subjectId: item.subjectId!,
            successorId: heirOf(item) || null,
          })),
          written: lines
            .filter((line) => line.title.trim())
            .map(({ kind, title, dueOn, successorId }) => ({
              kind,
              title,
              dueOn: dueOn || null,
              successorId: successorId || heir,
            })),
        },
      }),
    t.prepared,
    (made) => void navigate({ to: `/hand-overs/${made.id}` }),
  );
  const people = held.colleagues.map((one) => ({ value: one.id, label: one.name }));
  return (
    <Stack>
      <Group className="paper" p="md" align="end">
        <NativeSelect
          label={t.allTo}
          value={heir}
          onChange={(event) => {
            setHeir(event.currentTarget.value);
            setChosen({});
          }}
          data={[{ value: '', label: t.choose }, ...people]}
          style={{ flex: '1 1 220px' }}
        />
        <DayField label={t.lastDay} value={lastDay} error={saving.errorAt('lastDay')} onChange={setLastDay} />
        {held.hasOtherAgencies ? (
          <Text fz="sm" c="dimmed">
            {t.hasOthers}
          </Text>
        ) : (
          <Checkbox
            label={t.endsWork}
            checked={endsWork}
            onChange={(event) => setEndsWork(event.currentTarget.checked)}
            my={6}
          />
        )}
      </Group>
      {held.items.every(({ kind }) => kind === 'role') ? <Text c="dimmed">{t.nothing}</Text> : null}
      {itemKinds.map((kind) => {
        const items = held.items.filter((item) => item.kind === kind);
        return items.length ? (
          <Part key={kind} title={`${t.kinds[kind]} (${items.length})`} id={`kind-${kind}`}>
            <ul className="person-lines">
              {items.map((item) => (
                <li key={keyOf(item)}>
                  <HeldLine item={item} />
                  {item.mayPass ? (
                    <NativeSelect
                      aria-label={`${t.successor}: ${item.title}`}
                      value={heirOf(item)}
                      onChange={(event) => setChosen({ ...chosen, [keyOf(item)]: event.currentTarget.value })}
                      data={[{ value: '', label: mustBeTaken(kind) ? t.choose : t.nobody }, ...people]}
                    />
                  ) : (
                    <Text fz="sm">{t.notYours}</Text>
                  )}
                </li>
              ))}
            </ul>
          </Part>
        ) : null;
      })}
      <WrittenLines lines={lines} setLines={setLines} people={people} heir={heir} />
      <Group>
        <Button onClick={() => saving.mutate(undefined)} loading={saving.isPending}>
          {t.prepare}
        </Button>
      </Group>
      <Mistake error={saving.error} />
    </Stack>
  );
}

function HeldLine({ item }: { item: { title: string; detail: string | null; page: string | null } }) {
  return (
    <div style={{ flex: '1 1 300px' }}>
      {item.page ? (
        <Anchor component={Link} to={item.page}>
          {item.title}
        </Anchor>
      ) : (
        <Text>{item.title}</Text>
      )}
      {item.detail ? (
        <Text fz="sm" c="dimmed">
          {item.detail}
        </Text>
      ) : null}
    </div>
  );
}
