import {
  Anchor,
  Button,
  Checkbox,
  Fieldset,
  Group,
  NativeSelect,
  NumberInput,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { RecordHistory } from '#app/ledger/record-history.tsx';
import type { Answer } from '#app/platform/contract.ts';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { NoSuchPage, PageHeader, Waiting } from '#app/web/page-states.tsx';
import { holds, useViewer } from '#app/web/viewer.ts';
import { LetterForm, tidyLetter } from './letter-form.tsx';
import { changeDefinition, listDefinitions, periodKinds } from './report.contract.ts';
import type { DefinitionContent, Slot } from './report.ts';
import { reportWords } from './report.words.ts';

type Definition = Answer<typeof listDefinitions>['definitions'][number];

/** What a report consists of; every change is a new version. */
export function DefinitionPage() {
  const { definitionId } = useParams({ strict: false }) as { definitionId: string };
  const { data, error } = useQuery({
    queryKey: ['reports', 'definitions'],
    queryFn: () => call(listDefinitions, {}),
  });
  if (error) throw error;
  if (!data) return <Waiting />;
  const definition = data.definitions.find((one) => one.id === definitionId);
  return definition ? <Form key={definition.version} definition={definition} /> : <NoSuchPage />;
}

function Form({ definition }: { definition: Definition }) {
  const t = useWords(reportWords);
  const client = useQueryClient();
  const mayChange = holds(useViewer(), 'focal-officer');
  const [content, setContent] = useState<DefinitionContent>(definition.content);
  const set = (part: Partial<DefinitionContent>) => setContent({ ...content, ...part });
  const saving = useMutation({
    mutationFn: () =>
      call(changeDefinition, {
        params: { id: definition.id },
        body: { version: definition.version, content: { ...content, letter: tidyLetter(content.letter) } },
      }),
    onSuccess: async ({ version }) => {
      notifications.show({ message: t.savedVersion(version) });
      await client.invalidateQueries({ queryKey: ['reports'] });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    saving.mutate();
  };
  return (
    <>
      <Anchor component={Link} to="/reports" fz="sm">
        {t.back}
      </Anchor>
      <PageHeader title={content.name} lead={`${t.version(definition.version)}. ${t.defLead}`} />
      <form onSubmit={submit}>
        <Fieldset disabled={!mayChange} variant="unstyled">
          <Stack>
            <Stack className="paper" p="lg">
              <TextInput
                label={t.name}
                value={content.name}
                required
                onChange={(e) => set({ name: e.currentTarget.value })}
              />
              <TextInput
                label={t.basis}
                value={content.basis}
                required
                onChange={(e) => set({ basis: e.currentTarget.value })}
              />
              <Group align="end">
                <NativeSelect
                  label={t.rule}
                  value={content.windowRule}
                  data={Object.entries(t.rules).map(([value, label]) => ({ value, label }))}
                  onChange={(e) => set({ windowRule: e.currentTarget.value as '15-14' })}
                />
                <NumberInput
                  label={t.fileWithin}
                  value={content.fileWithin}
                  min={0}
                  max={60}
                  onChange={(value) => set({ fileWithin: Number(value) || 0 })}
                />
              </Group>
              <Checkbox.Group
                label={t.frequencies}
                value={content.frequencies}
                onChange={(value) =>
                  value.length && set({ frequencies: value as DefinitionContent['frequencies'] })
                }
              >
                <Group mt={6}>
                  {periodKinds.map((kind) => (
                    <Checkbox key={kind} value={kind} label={t.kinds[kind]} />
                  ))}
                </Group>
              </Checkbox.Group>
            </Stack>
            <Outline slots={content.slots} change={(slots) => set({ slots })} />
            <Stack className="paper" p="lg" component="section" aria-label={t.letter}>
              <Text component="h2" fw={600} fz="lg" m={0}>
                {t.letter}
              </Text>
              <LetterForm letter={content.letter} change={(letter) => set({ letter })} />
            </Stack>
            {mayChange ? (
              <Group>
                <Button type="submit" loading={saving.isPending}>
                  {t.save}
                </Button>
              </Group>
            ) : null}
          </Stack>
        </Fieldset>
      </form>
      <RecordHistory subjectKind="report-definition" subjectId={definition.id} />
    </>
  );
}

function Outline({ slots, change }: { slots: Slot[]; change: (slots: Slot[]) => void }) {
  const t = useWords(reportWords);
  const hintOf = ({ takes, writes }: Slot) => {
    if (!writes) return t.onlyHeading;
    if (!takes) return t.written;
    if (takes.by === 'task-group' || takes.by === 'section') return t.fromGroup(takes.path);
    return t.takes[takes.by];
  };
  const rename = (key: string, heading: string) =>
    change(slots.map((slot) => (slot.key === key ? { ...slot, heading } : slot)));
  return (
    <Stack className="paper" p="lg" component="section" aria-label={t.outline}>
      <Text component="h2" fw={600} fz="lg" m={0}>
        {t.outline}
      </Text>
      {slots.map((slot) => (
        <TextInput
          key={slot.key}
          pl={slot.level === 2 ? { base: 0, sm: 28 } : 0}
          label={t.heading(slot.key)}
          description={hintOf(slot)}
          required
          value={slot.heading}
          onChange={(event) => rename(slot.key, event.currentTarget.value)}
        />
      ))}
    </Stack>
  );
}
