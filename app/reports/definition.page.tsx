import { Anchor, Button, Fieldset, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { type FormEvent, useEffect, useState } from 'react';
import { RecordHistory } from '#app/ledger/record-history.tsx';
import type { Answer } from '#app/platform/contract.ts';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { NoSuchPage, PageHeader, Waiting } from '#app/web/page-states.tsx';
import { holds, useViewer } from '#app/web/viewer.ts';
import { CheckDesigner } from './check-designer.tsx';
import { changeDefinition, listDefinitions } from './definition.contract.ts';
import { DefinitionPreview } from './definition-preview.tsx';
import { IndicatorDesigner } from './indicator-designer.tsx';
import { LetterForm, tidyLetter } from './letter-form.tsx';
import { OutlineDesigner } from './outline-designer.tsx';
import { designTerms } from './regime.contract.ts';
import { BoundFields, RegimeFields } from './regime-fields.tsx';
import type { DefinitionContent } from './report.ts';
import { reportWords } from './report.words.ts';
import './reports.css';

type Definition = Answer<typeof listDefinitions>['definitions'][number];
type Terms = Answer<typeof designTerms>;

/** What a report consists of, designed with its form and its print beside it; every change is a new version. */
export function DefinitionPage() {
  const { definitionId } = useParams({ strict: false }) as { definitionId: string };
  const { data, error } = useQuery({
    queryKey: ['reports', 'definitions'],
    queryFn: () => call(listDefinitions, {}),
    refetchOnWindowFocus: false,
  });
  const terms = useQuery({ queryKey: ['reports', 'terms'], queryFn: () => call(designTerms, {}) });
  if (!data || !terms.data) {
    if (error ?? terms.error) throw error ?? terms.error;
    return <Waiting />;
  }
  const definition = data.definitions.find((one) => one.id === definitionId);
  return definition ? (
    <Designer key={definition.version} definition={definition} terms={terms.data} />
  ) : (
    <NoSuchPage />
  );
}

function Designer({ definition, terms }: { definition: Definition; terms: Terms }) {
  const t = useWords(reportWords);
  const client = useQueryClient();
  const mayChange = holds(useViewer(), 'focal-officer');
  const [content, setContent] = useState<DefinitionContent>(definition.content);
  const set = (part: Partial<DefinitionContent>) => setContent((before) => ({ ...before, ...part }));
  const isChanged = content !== definition.content;
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => isChanged && event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isChanged]);
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
      <div className="report-designer">
        <form onSubmit={submit}>
          <Fieldset disabled={!mayChange} variant="unstyled">
            <Stack>
              <RegimeFields content={content} set={set} />
              <BoundFields
                content={content}
                documentId={definition.documentId}
                terms={terms}
                mayChange={mayChange}
                set={set}
              />
              <OutlineDesigner outline={content} terms={terms} change={set} />
              <IndicatorDesigner content={content} terms={terms} change={set} />
              <CheckDesigner content={content} change={set} />
              <Stack className="paper" p="lg" component="section" aria-label={t.letter}>
                <Text component="h2" fw={600} fz="lg" m={0}>
                  {t.letter}
                </Text>
                <LetterForm letter={content.letter} change={(letter) => set({ letter })} />
              </Stack>
              {mayChange ? (
                <Group className="paper report-bar no-print">
                  <Text role="status" fz="sm">
                    {isChanged ? t.changesNotSaved : t.version(definition.version)}
                  </Text>
                  <Button type="submit" loading={saving.isPending} disabled={!isChanged}>
                    {t.save}
                  </Button>
                </Group>
              ) : null}
            </Stack>
          </Fieldset>
        </form>
        <DefinitionPreview content={content} />
      </div>
      <RecordHistory subjectKind="report-definition" subjectId={definition.id} />
    </>
  );
}
