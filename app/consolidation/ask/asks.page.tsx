import { Anchor, Button, Group, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { Empty, PageHeader, Waiting } from '#app/web/page-states.tsx';
import { consolidationWords } from '../consolidation.words.ts';
import { ConsolidationTabs } from '../consolidation-tabs.tsx';
import { useConsolidationEvents } from '../together/use-together.ts';
import { askFurther, closeAsk } from './ask.contract.ts';
import { askWords } from './ask.words.ts';
import { QuestionForm } from './ask-back.tsx';
import { AskCard } from './ask-card.tsx';
import { type AskShown, useAsks, useAsksChanged } from './use-asks.ts';
import { WordsForm } from './words-form.tsx';

/** All that was asked back of agencies about one consolidation: answered first, then what waits. */
export function AsksPage() {
  const t = useWords(askWords);
  const c = useWords(consolidationWords);
  const { id } = useParams({ strict: false }) as { id: string };
  const { data, error, mayRead } = useAsks(id);
  useConsolidationEvents(id);
  if (error && !data) throw error;
  if (mayRead && !data) return <Waiting />;
  const asks = data?.asks ?? [];
  return (
    <>
      <Anchor component={Link} to="/consolidation" fz="sm">
        {c.back}
      </Anchor>
      <PageHeader title={t.title} lead={t.lead} />
      <ConsolidationTabs id={id} here="asks" />
      {asks.length ? (
        (['answered', 'open', 'closed'] as const).map((state) => (
          <Section key={state} state={state} asks={asks.filter((ask) => ask.state === state)} />
        ))
      ) : (
        <Empty title={t.none}>
          <Text c="dimmed">{t.noneHelp}</Text>
          <Button component={Link} to={`/consolidation/${id}`} variant="default">
            {t.toDraft}
          </Button>
        </Empty>
      )}
    </>
  );
}

function Section({ state, asks }: { state: AskShown['state']; asks: AskShown[] }) {
  const t = useWords(askWords);
  if (!asks.length) return null;
  const cards = asks.map((ask) => <OneAsk key={ask.id} ask={ask} />);
  if (state === 'closed')
    return (
      <details className="paper" style={{ padding: 16, marginBottom: 16 }}>
        <summary style={{ minHeight: 28, cursor: 'pointer', fontWeight: 600 }}>
          {t.closedOnes(asks.length)}
        </summary>
        {cards}
      </details>
    );
  return (
    <section className="paper" style={{ padding: 16, marginBottom: 16 }}>
      <Title order={2} fz="lg">
        {t.sections[state]} ({asks.length})
      </Title>
      {cards}
    </section>
  );
}

function OneAsk({ ask }: { ask: AskShown }) {
  const t = useWords(askWords);
  const wants = ask.state !== 'closed' && ask.turns.at(-1)?.wantsReturn;
  return (
    <AskCard ask={ask} heading={`${ask.agency} · ${ask.placeName}`}>
      {wants ? <Text fz="sm">{t.wantsReturnHelp}</Text> : null}
      <Group gap="md" mt={4}>
        <Anchor
          component={Link}
          to={`/reports/agency/${ask.agencyReportId}`}
          hash={ask.paragraphId ? `p-${ask.paragraphId}` : `ask-${ask.id}`}
          fz="sm"
        >
          {t.openReport}
        </Anchor>
        {ask.sentenceId ? (
          <Anchor
            component={Link}
            to={`/consolidation/${ask.consolidationId}`}
            hash={`s-${ask.sentenceId}`}
            fz="sm"
          >
            {t.openSentence}
          </Anchor>
        ) : null}
        {ask.findingId ? (
          <Anchor component={Link} to={`/consolidation/${ask.consolidationId}/matrix`} fz="sm">
            {t.openFinding}
          </Anchor>
        ) : null}
      </Group>
      {ask.mayClose ? <Settle ask={ask} /> : null}
    </AskCard>
  );
}

/** Closes what is settled, asks further, or asks no more. */
function Settle({ ask }: { ask: AskShown }) {
  const t = useWords(askWords);
  const changed = useAsksChanged();
  const [doing, setDoing] = useState<'further' | 'drop' | null>(null);
  const params = { id: ask.id };
  const close = async (words: string) => {
    await call(closeAsk, { params, body: { words } });
    notifications.show({ message: t.closed });
    await changed(ask);
  };
  const closing = useMutation({ mutationFn: () => close('') });
  const done = () => setDoing(null);
  if (doing === 'further')
    return (
      <QuestionForm
        id={ask.consolidationId}
        choices={[{ agency: ask.agency, quote: ask.quote, of: { agencyReportId: ask.agencyReportId } }]}
        send={({ words, dueOn }) =>
          call(askFurther, { params, body: { words, ...(dueOn ? { dueOn } : {}) } })
        }
        onDone={done}
      />
    );
  if (doing === 'drop')
    return <WordsForm label={t.dropReason} button={t.drop} send={close} onCancel={done} />;
  return (
    <Group gap="xs" mt="xs" className="no-print">
      {ask.state === 'answered' ? (
        <>
          <Button size="compact-md" loading={closing.isPending} onClick={() => closing.mutate()}>
            {t.close}
          </Button>
          <Button size="compact-md" variant="default" onClick={() => setDoing('further')}>
            {t.further}
          </Button>
        </>
      ) : (
        <Button size="compact-md" variant="default" onClick={() => setDoing('drop')}>
          {t.drop}
        </Button>
      )}
    </Group>
  );
}
