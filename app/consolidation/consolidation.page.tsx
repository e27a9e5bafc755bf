import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { FileLine } from '#app/files/file-line.tsx';
import { RecordHistory } from '#app/ledger/record-history.tsx';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { PageHeader, Waiting } from '#app/web/page-states.tsx';
import { showDay, showInstant } from '#app/web/show.ts';
import './consolidation.css';
import { gatherConsolidation, getConsolidation } from './consolidation.contract.ts';
import { consolidationWords } from './consolidation.words.ts';
import { FiguresStrip } from './figures-strip.tsx';
import { Issuing } from './issuing.tsx';
import { LetterPanel } from './letter-panel.tsx';
import { SentenceForm, SentenceRow } from './sentence-row.tsx';
import { type Editing, type Shown, useEditing } from './use-editing.ts';

/** The editor of the one report made of many. */
export function ConsolidationPage() {
  const t = useWords(consolidationWords);
  const { id } = useParams({ strict: false }) as { id: string };
  const editing = useEditing(id);
  const { data: one, error } = useQuery({
    queryKey: ['consolidation', id],
    queryFn: () => call(getConsolidation, { params: { id } }),
  });
  if (error) throw error;
  if (!one) return <Waiting />;
  return (
    <>
      <Anchor component={Link} to="/consolidation" fz="sm">
        {t.back}
      </Anchor>
      <PageHeader
        title={`${one.reportName}, ${one.periodName}`}
        lead={
          one.state === 'issued'
            ? t.issuedLine(one.symbol, one.issuedAt ? showInstant(one.issuedAt) : '', one.issuedBy ?? '')
            : t.draft
        }
      >
        <Issuing one={one} />
      </PageHeader>
      <FiguresStrip one={one} />
      <Gathering one={one} />
      <div className="consolidation-layout">
        <Stack className="paper" p="lg" gap="lg">
          {one.slots.map((slot) => (
            <SlotSection key={slot.key} one={one} slot={slot} editing={editing} />
          ))}
          <Removed one={one} editing={editing} />
        </Stack>
        <aside className="consolidation-side no-print" aria-label={t.outline}>
          <Stack gap="md">
            <Received one={one} />
            <LetterPanel key={one.revision} one={one} />
          </Stack>
        </aside>
      </div>
      <RecordHistory subjectKind="consolidation" subjectId={one.id} />
    </>
  );
}

function SlotSection({ one, slot, editing }: { one: Shown; slot: Shown['slots'][number]; editing: Editing }) {
  const t = useWords(consolidationWords);
  const [isAdding, setAdding] = useState(false);
  const own = one.sentences.filter((sentence) => sentence.slot === slot.key);
  const number = slot.level === 1 ? slot.key : slot.key.split('.').at(-1);
  const add = (text: string) =>
    editing.mutate({ do: 'add', slot: slot.key, text, after: null }, { onSuccess: () => setAdding(false) });
  return (
    <section>
      <Title order={slot.level === 1 ? 2 : 3} fz={slot.level === 1 ? 'lg' : 'md'} mb={6}>
        {number}. {slot.heading}
      </Title>
      {own.map((sentence) => (
        <SentenceRow key={sentence.id} one={one} sentence={sentence} editing={editing} />
      ))}
      {isAdding ? (
        <SentenceForm text="" onSave={add} onCancel={() => setAdding(false)} isSaving={editing.isPending} />
      ) : null}
      {one.mayEdit && slot.writes && !isAdding ? (
        <Button
          size="compact-sm"
          variant="default"
          mt={6}
          className="no-print"
          aria-label={t.addTo(`${slot.key}. ${slot.heading}`)}
          onClick={() => setAdding(true)}
        >
          {t.add}
        </Button>
      ) : null}
    </section>
  );
}

/** Reports that came after the draft was made. */
function Gathering({ one }: { one: Shown }) {
  const t = useWords(consolidationWords);
  const client = useQueryClient();
  const gathering = useMutation({
    mutationFn: () => call(gatherConsolidation, { params: { id: one.id } }),
    onSuccess: async ({ added, changed, setAside }) => {
      notifications.show({
        message: t.gathered(added, changed, setAside),
        autoClose: 10_000,
      });
      await client.invalidateQueries({ queryKey: ['consolidation', one.id] });
    },
  });
  if (!one.waiting.length) return null;
  return (
    <Group className="paper" role="note" p="md" mb="md" justify="space-between">
      <div style={{ flex: '1 1 300px' }}>
        <Text fw={600}>{t.waiting}</Text>
        <Text>{one.waiting.join('; ')}</Text>
      </div>
      {one.mayEdit ? (
        <Button loading={gathering.isPending} onClick={() => gathering.mutate()}>
          {t.gather}
        </Button>
      ) : null}
    </Group>
  );
}

function Received({ one }: { one: Shown }) {
  const t = useWords(consolidationWords);
  const { taken, expected, missing } = one.agencies;
  return (
    <section className="paper" style={{ padding: 14 }}>
      <Text fw={600}>{t.reported(taken, expected)}</Text>
      <Text fz="sm" c="dimmed">
        {t.cutOff(showDay(one.cutOff))}
      </Text>
      {missing.length ? (
        <details style={{ marginTop: 6 }} open={missing.length <= 5}>
          <summary style={{ minHeight: 24, cursor: 'pointer' }}>
            {t.missing} {missing.length}
          </summary>
          <ul style={{ margin: '4px 0 0', paddingLeft: 20 }}>
            {missing.map((name) => (
              <li key={name}>
                <Text fz="sm">{name}</Text>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {one.issuedFile ? <FileLine file={one.issuedFile} /> : null}
      {one.issuedSha256 ? (
        <Text fz="sm" mt="sm" style={{ overflowWrap: 'anywhere' }}>
          {t.hash}: {one.issuedSha256}
        </Text>
      ) : null}
    </section>
  );
}

/** What was set aside stays here with its reason. */
function Removed({ one, editing }: { one: Shown; editing: Editing }) {
  const t = useWords(consolidationWords);
  if (!one.removed.length) return null;
  return (
    <details className="no-print">
      <summary style={{ minHeight: 26, cursor: 'pointer', fontWeight: 600 }}>
        {t.removed(one.removed.length)}
      </summary>
      {one.removed.map((sentence) => (
        <div key={sentence.id} className="sentence">
          <p className="document-text">{sentence.text}</p>
          <Group justify="space-between">
            <Text fz="sm" c="dimmed">
              {sentence.slot}. {t.because(sentence.removedReason ?? '')}
            </Text>
            {one.mayEdit ? (
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => editing.mutate({ do: 'restore', id: sentence.id })}
              >
                {t.restore}
              </Button>
            ) : null}
          </Group>
        </div>
      ))}
    </details>
  );
}
