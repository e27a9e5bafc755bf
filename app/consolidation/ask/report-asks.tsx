import { Anchor, Button, Checkbox, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { showDay } from '#app/web/show.ts';
import { answerAsk } from './ask.contract.ts';
import { FIGURES } from './ask.ts';
import { askWords } from './ask.words.ts';
import { AskCard } from './ask-card.tsx';
import { type AskShown, useAsksChanged, useReportAsks } from './use-asks.ts';
import { WordsForm } from './words-form.tsx';

/** On top of an agency's report: what of it is asked about, and by when. */
export function ReportAsksNote({ reportId }: { reportId: string }) {
  const t = useWords(askWords);
  const open = useReportAsks(reportId).filter(({ state }) => state === 'open');
  if (!open.length) return null;
  return (
    <div
      className="paper report-note"
      data-tone={open.some(({ isLate }) => isLate) ? 'bad' : 'plain'}
      role="note"
    >
      <Text fw={600}>{t.reportTitle(open.length)}</Text>
      <Text fz="sm" c="dimmed">
        {t.reportLead}
      </Text>
      <ul style={{ margin: '6px 0 0', paddingLeft: 20 }}>
        {open.map((ask) => (
          <li key={ask.id}>
            <Anchor
              href={`#ask-${ask.id}`}
              underline="always"
              fz="inherit"
              aria-label={t.goTo(ask.place === FIGURES ? t.figures : ask.place)}
            >
              {ask.placeName}
            </Anchor>
            : {ask.turns.findLast(({ kind }) => kind === 'question')?.words}{' '}
            <span className={ask.isLate ? 'ask-late' : undefined}>
              ({ask.isLate ? `${t.late}, ` : ''}
              {t.dueOn(showDay(ask.dueOn))}, {ask.clock})
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The questions at one heading of an agency's report, or at its figures. */
export function AsksAt({ reportId, place }: { reportId: string; place: string }) {
  const t = useWords(askWords);
  const own = useReportAsks(reportId).filter((ask) => ask.place === place);
  const closed = own.filter(({ state }) => state === 'closed');
  return (
    <>
      {own
        .filter(({ state }) => state !== 'closed')
        .map((ask) => (
          <OwnAsk key={ask.id} ask={ask} />
        ))}
      {closed.length ? (
        <details>
          <summary style={{ minHeight: 28, cursor: 'pointer' }}>{t.closedOnes(closed.length)}</summary>
          {closed.map((ask) => (
            <OwnAsk key={ask.id} ask={ask} />
          ))}
        </details>
      ) : null}
    </>
  );
}

function OwnAsk({ ask }: { ask: AskShown }) {
  const t = useWords(askWords);
  const changed = useAsksChanged();
  const [wantsReturn, setWants] = useState(false);
  const [isAdding, setAdding] = useState(false);
  const send = async (words: string) => {
    await call(answerAsk, { params: { id: ask.id }, body: { words, wantsReturn } });
    setAdding(false);
    notifications.show({ message: t.answered });
    await changed(ask);
  };
  const writes = ask.mayAnswer && (ask.state === 'open' || isAdding);
  return (
    <AskCard ask={ask} heading={ask.place === FIGURES ? `${t.tab}: ${ask.placeName}` : t.tab}>
      {ask.state === 'answered' ? (
        <Text fz="sm" c="dimmed">
          {t.waits}
        </Text>
      ) : null}
      {writes ? (
        <WordsForm
          key={ask.turns.length}
          label={t.answerLabel}
          button={t.answer}
          send={send}
          {...(isAdding ? { onCancel: () => setAdding(false) } : {})}
        >
          <Checkbox
            mt="xs"
            checked={wantsReturn}
            onChange={(event) => setWants(event.currentTarget.checked)}
            label={t.wants}
            description={t.wantsHelp}
          />
        </WordsForm>
      ) : ask.mayAnswer ? (
        <Button
          size="compact-sm"
          variant="default"
          mt={4}
          className="no-print"
          onClick={() => setAdding(true)}
        >
          {t.answerMore}
        </Button>
      ) : null}
    </AskCard>
  );
}
