import { Anchor, Button, NativeSelect, SimpleGrid, Text, Textarea, TextInput } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { agencyKinds } from '#app/agencies/agency.ts';
import type { Answer } from '#app/platform/contract.ts';
import { call } from '#app/web/call.ts';
import { FormDialog, textOf } from '#app/web/form-dialog.tsx';
import { useWords } from '#app/web/language.tsx';
import { showDay } from '#app/web/show.ts';
import { Facts } from './facts.tsx';
import { PeriodFields, periodOf } from './period-fields.tsx';
import { editAgency, type showAgency } from './record.contract.ts';
import { recordWords } from './record.words.ts';
import { useRecordChange } from './use-record.ts';

type Shown = Answer<typeof showAgency>;
const written = ['code', 'codeOld', 'phone', 'email', 'website', 'address'] as const;

/** Kind, life, codes and contacts: what is known, and the form that changes it. */
export function FactsSection({ agency }: { agency: Shown }) {
  const t = useWords(recordWords);
  const [editing, setEditing] = useState(false);
  const unknown = (
    <Text span c="dimmed">
      {t.unknown}
    </Text>
  );
  return (
    <Facts title={t.facts}>
      <dl className="agency-known">
        <dt>{t.kind}</dt>
        <dd>{agency.kindName}</dd>
        {agency.validFrom ? (
          <>
            <dt>{t.founded}</dt>
            <dd>{showDay(agency.validFrom)}</dd>
          </>
        ) : null}
        {agency.validTo ? (
          <>
            <dt>{t.ended}</dt>
            <dd>{showDay(agency.validTo)}</dd>
          </>
        ) : null}
        <dt>{t.code}</dt>
        <dd>{agency.code ?? unknown}</dd>
        <dt>{t.codeOld}</dt>
        <dd>{agency.codeOld ?? unknown}</dd>
        <dt>{t.phone}</dt>
        <dd>{agency.phone ?? unknown}</dd>
        <dt>{t.email}</dt>
        <dd>{agency.email ? <Anchor href={`mailto:${agency.email}`}>{agency.email}</Anchor> : unknown}</dd>
        <dt>{t.website}</dt>
        <dd>
          {agency.website ? (
            <Anchor href={addressOfSite(agency.website)} target="_blank" rel="noreferrer">
              {agency.website}
            </Anchor>
          ) : (
            unknown
          )}
        </dd>
        <dt>{t.address}</dt>
        <dd>{agency.address ?? unknown}</dd>
        {agency.note ? (
          <>
            <dt>{t.note}</dt>
            <dd style={{ whiteSpace: 'pre-line' }}>{agency.note}</dd>
          </>
        ) : null}
      </dl>
      {agency.mayKeep ? (
        <Button
          mt="sm"
          variant="default"
          leftSection={<IconPencil size={16} />}
          onClick={() => setEditing(true)}
        >
          {t.editFacts}
        </Button>
      ) : null}
      {editing ? <FactsForm agency={agency} close={() => setEditing(false)} /> : null}
    </Facts>
  );
}

/** Only addresses of the web become links. */
const addressOfSite = (site: string) => (/^https?:\/\//.test(site) ? site : `https://${site}`);

function FactsForm({ agency, close }: { agency: Shown; close: () => void }) {
  const t = useWords(recordWords);
  const saving = useRecordChange((form: FormData) => {
    const texts = Object.fromEntries(
      [...written, 'note' as const].map((field) => [field, textOf(form, field) || null]),
    );
    const body = { kind: textOf(form, 'kind'), ...texts, ...periodOf(form) };
    return call(editAgency, { params: { id: agency.id }, body });
  }, close);
  const { errorAt } = saving;
  const help = { code: t.codeHelp, codeOld: t.codeOldHelp } as Record<string, string>;
  return (
    <FormDialog
      title={t.editFacts}
      error={saving.errorBeside(['kind', 'validTo', ...written])}
      act={t.save}
      isSending={saving.isPending}
      send={saving.mutate}
      close={close}
    >
      <NativeSelect
        name="kind"
        label={t.kind}
        defaultValue={agency.kind}
        error={errorAt('kind')}
        data={agencyKinds.map(({ kind, name }) => ({ value: kind, label: name }))}
      />
      <PeriodFields row={agency} errorAt={errorAt} labels={{ from: t.founded, to: t.ended }} />
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        {written.map((field) => (
          <TextInput
            key={field}
            name={field}
            label={t[field]}
            description={help[field]}
            defaultValue={agency[field] ?? ''}
            error={errorAt(field)}
            maxLength={300}
          />
        ))}
      </SimpleGrid>
      <Textarea
        name="note"
        label={t.note}
        defaultValue={agency.note ?? ''}
        autosize
        minRows={2}
        maxLength={2000}
      />
    </FormDialog>
  );
}
