import { Anchor, Button, Loader, Popover, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { AskBack } from './ask/ask-back.tsx';
import { getSources } from './consolidation.contract.ts';
import { consolidationWords } from './consolidation.words.ts';
import type { AgencySource, Sentence, Source } from './sentence.ts';
import { OpenedTotal } from './totals/opened-total.tsx';
import type { Shown } from './use-editing.ts';

type Given = {
  one: Shown;
  sentence: Sentence;
  source: Source;
  onDrop?: ((source: AgencySource) => void) | undefined;
};

/** What a sentence stands on: opens the agency's words, the duty, and the words of the plan. */
export function SourceChip({ one, sentence, source, onDrop }: Given) {
  const t = useWords(consolidationWords);
  const [opened, setOpened] = useState(false);
  const label =
    source.kind === 'agency-report'
      ? source.agency
      : source.kind === 'figures'
        ? t.sourceFigures
        : source.kind === 'values'
          ? t.sourceValues
          : t.sourceBoard;
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      width={420}
      position="bottom-start"
      shadow="md"
      hideDetached={false}
      middlewares={{ flip: true, shift: { padding: 8, crossAxis: true } }}
      trapFocus
    >
      <Popover.Target>
        <button
          type="button"
          className="source-chip"
          aria-label={t.openSource(label)}
          onClick={() => setOpened(!opened)}
        >
          {label}
        </button>
      </Popover.Target>
      <Popover.Dropdown
        maw="calc(100vw - 24px)"
        mah="min(560px, 75vh)"
        style={{ overflow: 'auto' }}
        aria-label={t.openSource(label)}
      >
        {opened ? <Opened one={one} sentence={sentence} source={source} onDrop={onDrop} /> : null}
      </Popover.Dropdown>
    </Popover>
  );
}

function Opened({ one, sentence, source, onDrop }: Given) {
  const t = useWords(consolidationWords);
  if (source.kind === 'figures')
    return (
      <Anchor
        component={Link}
        to="/duties"
        search={(one.documentId ? { document: one.documentId } : {}) as never}
      >
        {t.openFigures}
      </Anchor>
    );
  if (source.kind === 'board')
    return (
      <Anchor component={Link} to={`/reports/${one.periodId}`}>
        {t.openBoard}
      </Anchor>
    );
  if (source.kind === 'values') return <OpenedTotal one={one} indicator={source.about} />;
  return (
    <Stack gap={6}>
      <Text fz="sm" fw={600}>
        {t.agencySentence}: {source.agency}
      </Text>
      <p className="document-text source-quote">{source.text}</p>
      <Anchor
        component={Link}
        to={`/reports/agency/${source.agencyReportId}`}
        hash={`p-${source.paragraphId}`}
        fz="sm"
      >
        {t.openReport}
      </Anchor>
      {source.duties.length ? (
        <Duties one={one} sentence={sentence} source={source} />
      ) : (
        <Text fz="sm" c="dimmed">
          {t.ownWords}
        </Text>
      )}
      <AskBack id={one.id} choices={[asChoice(source)]} sentenceId={sentence.id} />
      {onDrop ? (
        <Button size="compact-sm" variant="default" mt={4} onClick={() => onDrop(source)}>
          {t.dropSource}
        </Button>
      ) : null}
    </Stack>
  );
}

/** The agency of a source, to be asked about the words it stands on. */
export const asChoice = ({ agency, agencyReportId, paragraphId, text }: AgencySource) => ({
  agency,
  quote: text,
  of: { agencyReportId, paragraphId },
});

function Duties({ one, sentence, source }: { one: Shown; sentence: Sentence; source: AgencySource }) {
  const t = useWords(consolidationWords);
  const { data } = useQuery({
    queryKey: ['consolidation', one.id, 'sources', sentence.id, sentence.revision],
    queryFn: () => call(getSources, { params: { id: one.id, sentenceId: sentence.id } }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const found = data?.sources.find(
    (other) => other.source.kind === 'agency-report' && other.source.paragraphId === source.paragraphId,
  );
  if (!data) return <Loader size="sm" aria-label={t.planWords} />;
  return found?.duties.map((duty) => (
    <div key={duty.id}>
      <Text fz="sm" fw={600}>
        {t.planWords}
        {duty.path ? `, ${duty.path}` : ''}
      </Text>
      <p className="document-text source-quote">
        {duty.text.length > 420 ? `${duty.text.slice(0, 418)}…` : duty.text}
      </p>
      <Anchor component={Link} to={`/duties/${duty.id}`} fz="sm" mr="md">
        {t.openDuty}
      </Anchor>
      <Anchor
        component={Link}
        to={`/documents/${duty.documentId}`}
        search={{ at: duty.begin } as never}
        fz="sm"
      >
        {t.openPlan}
      </Anchor>
    </div>
  ));
}
