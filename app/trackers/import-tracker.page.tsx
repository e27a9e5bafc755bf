import { Alert, Anchor, Button, FileInput, Select, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { listDocuments } from '#app/documents/document.contract.ts';
import { NamesTable } from '#app/duties/names-table.tsx';
import type { Answer } from '#app/platform/contract.ts';
import { call, sendForm } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { Empty, PageHeader } from '#app/web/page-states.tsx';
import { isCarried } from './carry-choice.tsx';
import { ColumnsForm } from './columns-form.tsx';
import { type Carried, type Chosen, RowsTable, usualChoice } from './rows-table.tsx';
import { importTracker, type TrackerMapping, type TrackerPlanShown, tryTracker } from './tracker.contract.ts';
import { trackerWords } from './tracker.words.ts';
import './trackers.css';

/** An office's tracker comes in: chosen, its columns and rows looked at, and only then written. */
export function ImportTrackerPage() {
  const t = useWords(trackerWords);
  const [file, setFile] = useState<File | null>(null);
  const [documentId, setDocumentId] = useState<string | null>(null);
  const trying = useMutation({
    mutationFn: (asked: { file: File; documentId: string | null; mapping?: TrackerMapping }) =>
      sendForm<TrackerPlanShown>(tryTracker.path, formOf(asked.file, { ...asked })),
    meta: { shownOnPage: true },
  });
  const look = (chosen: File | null, document: string | null, mapping?: TrackerMapping) => {
    if (chosen) trying.mutate({ file: chosen, documentId: document, ...(mapping ? { mapping } : {}) });
    else trying.reset();
  };
  const plan = trying.data;
  return (
    <>
      <Anchor component={Link} to="/documents" fz="sm">
        ← {t.back}
      </Anchor>
      <PageHeader title={t.title} lead={t.lead} />
      <Stack gap="md">
        <section>
          <Title order={2} fz="lg" mb="xs">
            {t.step(1, t.chooseFile)}
          </Title>
          <Stack className="paper tracker-paper" gap="sm">
            <FileInput
              label={t.file}
              description={t.fileHelp}
              placeholder={t.chooseIt}
              accept=".xlsx"
              value={file}
              maw={560}
              clearable
              clearButtonProps={{ 'aria-label': t.clear }}
              onChange={(chosen) => {
                setFile(chosen);
                look(chosen, documentId);
              }}
            />
            <FollowedDocument
              value={documentId}
              choose={(id) => {
                setDocumentId(id);
                look(file, id);
              }}
            />
          </Stack>
        </section>
        {trying.error ? (
          <Alert color="red" role="alert">
            {trying.error.message}
          </Alert>
        ) : null}
        {plan && file ? (
          <>
            <section>
              <Title order={2} fz="lg" mb="xs">
                {t.step(2, t.mapColumns)}
              </Title>
              <ColumnsForm
                key={plan.digest}
                plan={plan}
                busy={trying.isPending}
                again={(mapping) => look(file, documentId, mapping)}
              />
            </section>
            <Rows key={`rows ${plan.digest}`} plan={plan} file={file} documentId={documentId} />
          </>
        ) : null}
      </Stack>
    </>
  );
}

function FollowedDocument({ value, choose }: { value: string | null; choose: (id: string | null) => void }) {
  const t = useWords(trackerWords);
  const { data } = useQuery({
    queryKey: ['documents', 'list', { state: 'published' }],
    queryFn: () => call(listDocuments, { query: { state: 'published' } }),
  });
  const choices = (data?.documents ?? []).map((one) => ({
    value: one.id,
    label: [one.kind, one.symbol, one.title].filter(Boolean).join(' · ').slice(0, 120),
  }));
  return (
    <Select
      label={t.document}
      description={t.documentHelp}
      placeholder={t.anyDocument}
      data={choices}
      value={value}
      onChange={choose}
      searchable
      clearable
      maw={560}
    />
  );
}

type RowsProps = { plan: TrackerPlanShown; file: File; documentId: string | null };

function Rows({ plan, file, documentId }: RowsProps) {
  const t = useWords(trackerWords);
  const [chosen, setChosen] = useState<Chosen>({});
  const [carried, setCarried] = useState<Carried>({});
  const [decided, setDecided] = useState<Record<string, string[]>>({});
  const writing = useWriting();
  const as = (kind: 'new' | 'change' | null) =>
    plan.rows.filter((row) => (chosen[row.row] ?? usualChoice(row)) === kind).length;
  const count = (kind: string) => plan.rows.filter((row) => row.kind === kind).length;
  const openNames = plan.names.filter((name) => name.mustBeDecided && !decided[name.printed]).length;
  const openRows = as(null);
  const carriable = plan.rows.filter((row) => isCarried(row, chosen[row.row] ?? usualChoice(row)));
  const writes = carriable.flatMap(({ row }) => (carried[row] ? [{ row, as: carried[row] }] : []));
  const send = () =>
    writing.mutate(
      formOf(file, {
        documentId,
        mapping: plan.mapping,
        digest: plan.digest,
        choices: Object.entries(chosen).map(([row, choice]) => ({ row: Number(row), as: choice })),
        carried: writes,
        decisions: Object.entries(decided).map(([printed, agencyIds]) => ({ printed, agencyIds })),
      }),
    );
  if (!plan.rows.length)
    return (
      <Empty title={t.none}>
        <Text c="dimmed">{t.noneHelp}</Text>
      </Empty>
    );
  return (
    <section>
      <Title order={2} fz="lg" mb="xs">
        {t.step(3, t.checkRows)}
      </Title>
      <Stack gap="md">
        <div className="paper tracker-bar">
          <div>
            <Text fw={600}>
              {t.summary(count('new'), count('changed'), count('same'), count('alike'), count('error'))}
            </Text>
            <Text fz="sm" c="dimmed">
              {t.once}
            </Text>
            {count('error') ? <Text fz="sm">{t.skipsErrors(count('error'))}</Text> : null}
            <div aria-live="polite">
              {openRows ? <Text className="late">{t.openRows(openRows)}</Text> : null}
              {openNames ? <Text className="late">{t.openNames(openNames)}</Text> : null}
              {writing.error ? <Text className="late">{writing.error.message}</Text> : null}
            </div>
          </div>
          <Button size="md" loading={writing.isPending} disabled={openRows + openNames > 0} onClick={send}>
            {t.confirm(as('new'), as('change'), writes.length)}
          </Button>
        </div>
        {carriable.length ? (
          <section className="paper tracker-bar" aria-label={t.carryTitle(carriable.length)}>
            <div className="tracker-side">
              <Text fw={600}>{t.carryTitle(carriable.length)}</Text>
              <Text fz="sm" c="dimmed">
                {t.carryHelp}
              </Text>
              <Text fz="sm" aria-live="polite">
                {t.carryChosen(writes.length, writes.filter(({ as }) => as === 'done').length)}
              </Text>
            </div>
            <Button
              variant="default"
              onClick={() =>
                setCarried(
                  writes.length === carriable.length
                    ? {}
                    : Object.fromEntries(carriable.map(({ row }) => [row, carried[row] ?? 'entry'])),
                )
              }
            >
              {writes.length === carriable.length ? t.carryNone : t.carryAll(carriable.length)}
            </Button>
          </section>
        ) : null}
        <RowsTable
          carried={carried}
          carry={(row, as) =>
            setCarried(({ [row]: _before, ...others }) => (as ? { ...others, [row]: as } : others))
          }
          rows={plan.rows}
          chosen={chosen}
          choose={(row, choice) => setChosen({ ...chosen, [row]: choice })}
        />
        {plan.names.length ? (
          <div>
            <Title order={3} fz="md" mb="xs">
              {t.names}
            </Title>
            <NamesTable
              names={plan.names}
              agencies={plan.agencies}
              decided={decided}
              decide={(printed, agencyIds) =>
                setDecided(({ [printed]: _before, ...others }) =>
                  agencyIds ? { ...others, [printed]: agencyIds } : others,
                )
              }
            />
          </div>
        ) : null}
      </Stack>
    </section>
  );
}

function useWriting() {
  const t = useWords(trackerWords);
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (form: FormData) => sendForm<Answer<typeof importTracker>>(importTracker.path, form),
    onSuccess: async ({ made, changed, entries, documentId }) => {
      notifications.show({ message: t.done(made, changed, entries) });
      const search = { whose: 'all', ...(documentId ? { document: documentId } : {}) };
      await navigate({ to: '/duties', search: search as never });
      await client.invalidateQueries();
    },
    meta: { shownOnPage: true },
  });
}

function formOf(file: File, fields: Record<string, unknown>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    if (name === 'file' || value === null || value === undefined) continue;
    form.set(name, typeof value === 'string' ? value : JSON.stringify(value));
  }
  form.set('file', file);
  return form;
}
