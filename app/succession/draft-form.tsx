import {
  Button,
  Checkbox,
  Group,
  MultiSelect,
  NativeSelect,
  Radio,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useState } from 'react';
import { listDocuments } from '#app/documents/document.contract.ts';
import { call, faultAt } from '#app/web/call.ts';
import { DayField } from '#app/web/day-field.tsx';
import { useWords } from '#app/web/language.tsx';
import { type SuccessionKind, successionKinds } from './change.ts';
import { type ChangeGiven, changeSuccession, draftSuccession } from './succession.contract.ts';
import { successionWords } from './succession.words.ts';
import { TargetsField } from './targets-field.tsx';

export type DraftTarget = {
  key: string;
  id: string | null;
  isNew: boolean;
  name: string;
  kind: string;
  field: string;
};
export type Draft = {
  kind: SuccessionKind;
  on: string;
  basis: string;
  documentId: string | null;
  checked: boolean;
  source: string | null;
  proposal: string | null;
  note: string | null;
  from: string[];
  to: DraftTarget[];
  newName: string;
};
type Register = { agencies: { id: string; name: string }[]; kinds: { kind: string; name: string }[] };

/** Three steps on one page; pressing the button keeps a draft and shows what it would move. */
export function DraftForm({
  id,
  start,
  agencies,
  kinds,
}: { id: string | undefined; start: Draft } & Register) {
  const t = useWords(successionWords);
  const [draft, setDraft] = useState(start);
  const set = (change: Partial<Draft>) => setDraft((now) => ({ ...now, ...change }));
  const saving = useSave(id);
  const errorAt = (path: string) => faultAt(saving.error, path);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    saving.mutate(bodyOf(draft));
  };
  return (
    <form onSubmit={submit}>
      <Stack maw={860}>
        {draft.note ? (
          <Text className="paper" p="md">
            {draft.note}
          </Text>
        ) : null}
        <Step title={t.step1}>
          <Radio.Group
            value={draft.kind}
            onChange={(kind) => set({ kind: kind as SuccessionKind })}
            aria-label={t.step1}
          >
            <Stack gap="xs">
              {successionKinds.map((kind) => (
                <Radio key={kind} value={kind} label={t.kinds[kind]} description={t.kindHelp[kind]} />
              ))}
            </Stack>
          </Radio.Group>
        </Step>
        <Step title={t.step2}>
          <MultiSelect
            label={t.changing}
            description={t.changingHelp}
            data={agencies.map((one) => ({ value: one.id, label: one.name }))}
            value={draft.from}
            onChange={(from) => set({ from })}
            error={errorAt('from')}
            searchable
            required
          />
          {draft.kind === 'rename' ? (
            <TextInput
              label={t.newName}
              value={draft.newName}
              onChange={(event) => set({ newName: event.currentTarget.value })}
              error={errorAt('newName')}
              maxLength={200}
            />
          ) : (
            <TargetsField
              to={draft.to}
              change={(to) => set({ to })}
              agencies={agencies}
              kinds={kinds}
              error={errorAt('to')}
            />
          )}
        </Step>
        <Step title={t.step3}>
          <BasisFields draft={draft} set={set} errorAt={errorAt} />
        </Step>
        {saving.error ? (
          <Text role="alert" c="var(--late)">
            {saving.error.message}
          </Text>
        ) : null}
        <Group>
          <Button type="submit" loading={saving.isPending}>
            {t.preview}
          </Button>
          <Button
            component={Link}
            to={id ? `/agencies/changes/${id}` : '/agencies/changes'}
            variant="default"
          >
            {t.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function useSave(id: string | undefined) {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (body: ChangeGiven) =>
      id ? call(changeSuccession, { params: { id }, body }) : call(draftSuccession, { body }),
    onSuccess: async (saved) => {
      await client.invalidateQueries({ queryKey: ['successions'] });
      await navigate({ to: `/agencies/changes/${saved.id}` });
    },
    meta: { shownOnPage: true },
  });
}

const bodyOf = (draft: Draft): ChangeGiven => ({
  kind: draft.kind,
  on: draft.on,
  basis: draft.basis,
  documentId: draft.documentId,
  mark: draft.checked ? 'verified' : 'to-confirm',
  source: draft.source,
  proposal: draft.proposal,
  from: draft.from,
  to:
    draft.kind === 'rename'
      ? []
      : draft.to
          .filter((one) => one.id || one.isNew)
          .map(({ id, isNew, name, kind, field }) => ({ id, isNew, name, kind, field })),
  newName: draft.kind === 'rename' && draft.newName.trim() ? draft.newName : null,
});

function Step({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="paper" style={{ margin: 0, padding: '10px 16px 16px', minWidth: 0 }}>
      <legend style={{ fontWeight: 600, fontSize: '1.05rem', padding: '0 6px' }}>{title}</legend>
      <Stack gap="sm">{children}</Stack>
    </fieldset>
  );
}

type Basis = {
  draft: Draft;
  set: (change: Partial<Draft>) => void;
  errorAt: (path: string) => string | undefined;
};

function BasisFields({ draft, set, errorAt }: Basis) {
  const t = useWords(successionWords);
  const { data } = useQuery({
    queryKey: ['documents', 'basis'],
    queryFn: () => call(listDocuments, { query: {} }),
  });
  return (
    <>
      <DayField
        label={t.on}
        description={t.onHelp}
        value={draft.on}
        onChange={(day) => set({ on: day })}
        error={errorAt('on')}
        required
        maw={240}
      />
      <Textarea
        label={t.basis}
        description={t.basisHelp}
        value={draft.basis}
        onChange={(event) => set({ basis: event.currentTarget.value })}
        error={errorAt('basis')}
        maxLength={1000}
        autosize
        minRows={2}
        required
      />
      {data?.documents.length ? (
        <NativeSelect
          label={t.document}
          value={draft.documentId ?? ''}
          onChange={(event) => set({ documentId: event.currentTarget.value || null })}
          data={[
            { value: '', label: t.noDocument },
            ...data.documents.map((one) => ({ value: one.id, label: one.symbol ?? one.title ?? one.id })),
          ]}
          maw={420}
        />
      ) : null}
      {draft.source ? (
        <Text fz="sm" c="dimmed">
          {t.source}: {draft.source}
        </Text>
      ) : null}
      <Checkbox
        label={t.checked}
        checked={draft.checked}
        onChange={(event) => set({ checked: event.currentTarget.checked })}
      />
    </>
  );
}
