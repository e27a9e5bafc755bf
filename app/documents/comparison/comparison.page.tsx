import { Alert, Button, Group, Text } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { useWords } from '#app/web/language.tsx';
import { Empty, PageHeader, Waiting } from '#app/web/page-states.tsx';
import { showInstant, showNumber } from '#app/web/show.ts';
import { holds, useViewer } from '#app/web/viewer.ts';
import { comparisonWords } from './comparison.words.ts';
import { ComparisonKeys } from './comparison-keys.tsx';
import { DecisionLog } from './decision-log.tsx';
import { DifferenceCard } from './difference-card.tsx';
import { comparisonQuery, inOrderOfWeight, type ShownComparison, useComparison } from './use-comparison.ts';
import './comparison.css';

export function ComparisonPage() {
  return (
    <Suspense fallback={<Waiting />}>
      <Comparison />
    </Suspense>
  );
}

function Comparison() {
  const t = useWords(comparisonWords);
  const params = useParams({ strict: false }) as { id: string; comparisonId: string };
  const { data } = useSuspenseQuery(comparisonQuery(params));
  const viewer = useViewer();
  const mayDecide = data.state === 'open' && holds(viewer, 'focal-officer', 'administrator');
  const { decide, apply, isBusy } = useComparison(params);
  const { kind, symbol, state, sameText } = data.document;
  const name = [kind, symbol].filter(Boolean).join(' ') || t.thisDocument;
  const undecided = data.differences.filter((one) => one.choosable).length - data.decisions.length;
  const canApply = state === 'published' || sameText;
  const doubts = proposedOf(data);
  return (
    <>
      <PageHeader
        title={t.title(name)}
        lead={t.lead(data.otherName ?? t.pasted, data.madeBy, showInstant(data.madeAt))}
      >
        <Button variant="default" component={Link} to={`/documents/${params.id}`}>
          {t.back}
        </Button>
        {mayDecide && doubts.length ? (
          <Button variant="default" disabled={isBusy} onClick={() => decide(doubts)}>
            {t.chooseProposed(doubts.length)}
          </Button>
        ) : null}
        {mayDecide && canApply && data.decisions.length ? (
          <Button loading={isBusy} onClick={apply}>
            {(state === 'published' ? t.propose : t.apply)(data.decisions.length)}
          </Button>
        ) : null}
      </PageHeader>
      <Standing data={data} />
      {mayDecide && data.decisions.length && undecided ? (
        <Text fz="sm" mb="xs">
          {t.undecided(undecided)}
        </Text>
      ) : null}
      <Counts data={data} />
      {data.differences.length ? (
        <Differences data={data} mayDecide={mayDecide} onDecide={decide} />
      ) : (
        <Empty title={t.none}>
          <Text>{t.noneHelp}</Text>
        </Empty>
      )}
      <DecisionLog data={data} />
    </>
  );
}

/** What was proposed and not yet chosen otherwise; changes of substance are for a person to weigh one by one. */
const proposedOf = (data: ShownComparison) =>
  data.differences
    .filter((one) => one.choosable && one.likely && one.class !== 'substance')
    .filter((one) => !data.decisions.some((made) => made.differenceId === one.id))
    .map((one) => ({ differenceId: one.id, choice: one.likely!, reason: one.why }));

function Standing({ data }: { data: ShownComparison }) {
  const t = useWords(comparisonWords);
  if (data.state !== 'open') {
    const say = data.state === 'applied' ? t.applied : t.proposed;
    return <Alert mb="sm">{say(data.closedBy ?? '', showInstant(data.closedAt ?? data.madeAt))}</Alert>;
  }
  if (data.document.state === 'published') return <Alert mb="sm">{t.published}</Alert>;
  return data.document.sameText ? null : <Alert mb="sm">{t.changedSince}</Alert>;
}

function Counts({ data }: { data: ShownComparison }) {
  const t = useWords(comparisonWords);
  const kinds = ['substance', 'typo', 'truncation', 'spacing'] as const;
  const { same, ours, theirs } = data.words;
  return (
    <section className="paper comparison-counts" aria-label={t.counts}>
      <dl>
        {kinds.map((kind) => (
          <div key={kind}>
            <dt title={t.explained[kind]}>{t.classes[kind]}</dt>
            <dd>{data.counts[kind]}</dd>
          </div>
        ))}
      </dl>
      <Text fz="sm" c="dimmed">
        {t.same(...([same, ours, theirs].map(showNumber) as never as [number, number, number]))}
        {data.ignored.ours || data.ignored.theirs ? ` ${t.ignored}` : ''}
        {data.coarse ? ` ${t.coarse}` : ''}
      </Text>
    </section>
  );
}

type Deciding = {
  data: ShownComparison;
  mayDecide: boolean;
  onDecide: ReturnType<typeof useComparison>['decide'];
};

/** Substance first; what is only layout is folded away until asked for. */
function Differences({ data, mayDecide, onDecide }: Deciding) {
  const t = useWords(comparisonWords);
  const [open, setOpen] = useState(data.counts.substance + data.counts.typo + data.counts.truncation === 0);
  const [writing, setWriting] = useState(false);
  const ordered = inOrderOfWeight(data.differences);
  const shown = open ? ordered : ordered.filter((one) => one.class !== 'spacing');
  const [chosen, setCurrent] = useState<string | null>(null);
  const current = chosen ?? shown[0]?.id ?? null;
  const show = (id: string) => {
    setCurrent(id);
    setWriting(false);
    requestAnimationFrame(() =>
      document.getElementById(`difference-${id}`)?.scrollIntoView({ block: 'nearest' }),
    );
  };
  const beside = (by: 1 | -1) => {
    const next = shown[shown.findIndex((one) => one.id === current) + by];
    if (next) show(next.id);
  };
  const choose = (id: string, choice: 'ours' | 'theirs') => {
    onDecide([{ differenceId: id, choice }]);
    show(id);
  };
  const chooseCurrent = (choice: 'ours' | 'theirs') => {
    const one = shown.find(({ id }) => id === current);
    if (!one?.choosable) return;
    choose(one.id, choice);
    beside(1);
  };
  const keys = {
    next: () => beside(1),
    previous: () => beside(-1),
    ours: () => chooseCurrent('ours'),
    theirs: () => chooseCurrent('theirs'),
    own: () => shown.find(({ id }) => id === current)?.choosable && setWriting(true),
  };
  return (
    <section aria-label={t.region}>
      {mayDecide ? <ComparisonKeys actions={keys} /> : null}
      <ol className="differences">
        {shown.map((one, i) => (
          <DifferenceCard
            key={one.id}
            difference={one}
            place={t.place(i + 1, shown.length)}
            decision={data.decisions.find((made) => made.differenceId === one.id)}
            isCurrent={one.id === current}
            isWriting={writing && one.id === current}
            mayDecide={mayDecide && one.choosable}
            onChoose={(choice) => choose(one.id, choice)}
            onWrite={(on) => {
              setCurrent(one.id);
              setWriting(on);
            }}
            onOwn={(words, reason) => {
              onDecide([{ differenceId: one.id, choice: 'own', words, reason }]);
              setWriting(false);
            }}
          />
        ))}
      </ol>
      {data.counts.spacing ? (
        <Group mt="xs">
          <Button variant="default" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? t.hideSpacing : t.showSpacing(data.counts.spacing)}
          </Button>
        </Group>
      ) : null}
    </section>
  );
}
