import { Anchor, Button, Group, NativeSelect, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useLocation, useParams } from '@tanstack/react-router';
import { type ComponentType, useState } from 'react';
import { FileLine } from '#app/files/file-line.tsx';
import { RecordHistory } from '#app/ledger/record-history.tsx';
import { pointLabels } from '#app/reports/marks.ts';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { PageHeader, Waiting } from '#app/web/page-states.tsx';
import { showDay, showInstant, showNumber } from '#app/web/show.ts';
import './consolidation.css';
import { gatherConsolidation, getConsolidation } from './consolidation.contract.ts';
import { consolidationWords } from './consolidation.words.ts';
import { ConsolidationTabs } from './consolidation-tabs.tsx';
import { FiguresStrip } from './figures-strip.tsx';
import { Issuing } from './issuing.tsx';
import { LetterPanel } from './letter-panel.tsx';
import { matrixWords } from './matrix/matrix.words.ts';
import { OutPanel } from './out/out-panel.tsx';
import { sayStanding } from './say-standing.ts';
import { nothingWritten, SentenceForm, type Written } from './sentence-form.tsx';
import { SentenceRow } from './sentence-row.tsx';
import type { Present } from './together/together.contract.ts';
import { togetherWords } from './together/together.words.ts';
import { useConsolidationEvents } from './together/use-together.ts';
import { type Editing, type Shown, useEditing } from './use-editing.ts';

/** What later concepts add: what they know of a heading, and of the whole. */
export type MoreOfConsolidation = {
  beside?: ComponentType<{ consolidationId: string; place: string; name: string }>;
  after?: ComponentType<{ consolidationId: string }>;
};

/** The editor of the one report made of many. */
export function ConsolidationPage({ more = {} }: { more?: MoreOfConsolidation }) {
  const t = useWords(consolidationWords);
  const { id } = useParams({ strict: false }) as { id: string };
  const editing = useEditing(id);
  const people = useConsolidationEvents(id);
  const { data: one, error } = useQuery({
    queryKey: ['consolidation', id],
    queryFn: () => call(getConsolidation, { params: { id } }),
  });
  if (error && !one) throw error;
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
            : sayStanding(t, one)
        }
      >
        <Issuing one={one} />
      </PageHeader>
      <ConsolidationTabs id={one.id} here="draft" undecided={one.undecided} />
      <FiguresStrip one={one} />
      <Gathering one={one} />
      <div className="consolidation-layout">
        <Stack className="paper" p="lg" gap="lg">
          <Slots one={one} editing={editing} people={people} beside={more.beside} />
          <Removed one={one} editing={editing} />
        </Stack>
        <aside className="consolidation-side no-print" aria-label={t.outline}>
          <Stack gap="md">
            <Received one={one} />
            <LetterPanel key={one.revision} one={one} />
          </Stack>
        </aside>
      </div>
      <OutPanel id={one.id} unsupported={one.unsupported} />
      {more.after ? <more.after consolidationId={one.id} /> : null}
      <RecordHistory subjectKind="consolidation" subjectId={one.id} />
    </>
  );
}

/** More sentences than this are shown one heading at a time. */
const manySentences = 400;

type Given = {
  one: Shown;
  editing: Editing;
  people: readonly Present[];
  beside: MoreOfConsolidation['beside'];
};

function Slots(given: Given) {
  const { one } = given;
  const t = useWords(togetherWords);
  const { hash } = useLocation();
  const writing = one.slots.filter((slot) => slot.writes);
  const pointed = one.sentences.find((sentence) => `s-${sentence.id}` === hash)?.slot;
  const [chosen, setChosen] = useState<string | null>(null);
  if (one.sentences.length <= manySentences)
    return one.slots.map((slot) => <SlotSection key={slot.key} slot={slot} {...given} />);
  const slot = one.slots.find(({ key }) => key === (chosen ?? pointed)) ?? writing[0];
  return (
    <>
      <NativeSelect
        label={t.slot}
        value={slot?.key}
        onChange={(event) => setChosen(event.currentTarget.value)}
        data={writing.map(({ key, heading }) => ({
          value: key,
          label: `${key}. ${heading} (${one.sentences.filter((sentence) => sentence.slot === key).length})`,
        }))}
      />
      {slot ? <SlotSection key={slot.key} slot={slot} {...given} /> : null}
    </>
  );
}

function SlotSection({
  one,
  slot,
  editing,
  people,
  beside: Beside,
}: Given & { slot: Shown['slots'][number] }) {
  const t = useWords(consolidationWords);
  const [isAdding, setAdding] = useState(false);
  const own = one.sentences.filter((sentence) => sentence.slot === slot.key);
  const number = slot.level === 1 ? slot.key : slot.key.split('.').at(-1);
  const labels = pointLabels(own);
  const add = (written: Written) =>
    editing.mutate(
      { do: 'add', slot: slot.key, after: null, ...written },
      { onSuccess: () => setAdding(false) },
    );
  return (
    <section>
      <Title order={slot.level === 1 ? 2 : 3} fz={slot.level === 1 ? 'lg' : 'md'} mb={6}>
        {number}. {slot.heading}
      </Title>
      {own.map((sentence, index) => (
        <SentenceRow
          key={sentence.id}
          one={one}
          sentence={sentence}
          label={labels[index] ?? null}
          editing={editing}
          people={people}
        />
      ))}
      {isAdding ? (
        <SentenceForm
          from={nothingWritten}
          onSave={add}
          onCancel={() => setAdding(false)}
          isSaving={editing.isPending}
        />
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
      {Beside && slot.writes ? (
        <Beside consolidationId={one.id} place={slot.key} name={`${slot.key}. ${slot.heading}`} />
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

/** Where the agencies' paragraphs went, with those that nobody has placed. */
function PlacesLine({ one }: { one: Shown }) {
  const m = useWords(matrixWords);
  const w = useWords(togetherWords);
  const { all, used, merged, aside, waiting } = one.places;
  return (
    <Text fz="sm" mt={4}>
      {m.places(showNumber(all), showNumber(used), showNumber(merged), showNumber(aside))}.{' '}
      {waiting ? <b>{m.waiting(showNumber(waiting))}. </b> : null}
      <Anchor component={Link} to={`/consolidation/${one.id}/matrix`} fz="sm" underline="always">
        {w.places}
      </Anchor>
    </Text>
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
      <PlacesLine one={one} />
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

const short = (text: string) => (text.length > 120 ? `${text.slice(0, 118)}…` : text);

/** What was set aside stays here with its reason. */
function Removed({ one, editing }: { one: Shown; editing: Editing }) {
  const t = useWords(consolidationWords);
  const w = useWords(togetherWords);
  const byId = new Map(one.sentences.map((sentence) => [sentence.id, sentence]));
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
              {sentence.slot}.{' '}
              {sentence.mergedInto && byId.has(sentence.mergedInto)
                ? w.mergedInto(short(byId.get(sentence.mergedInto)!.text))
                : t.because(sentence.removedReason ?? '')}
            </Text>
            {one.mayEdit ? (
              <Button
                size="compact-sm"
                variant="default"
                onClick={() =>
                  editing.mutate({ do: sentence.mergedInto ? 'split' : 'restore', id: sentence.id })
                }
              >
                {sentence.mergedInto ? w.split : t.restore}
              </Button>
            ) : null}
          </Group>
        </div>
      ))}
    </details>
  );
}
