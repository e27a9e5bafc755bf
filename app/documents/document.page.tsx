import { Alert, Button, Group, Progress, SegmentedControl, Tabs, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Suspense, useCallback, useMemo, useState } from 'react';
import { useWords } from '#app/web/language.tsx';
import { PageHeader, Waiting } from '#app/web/page-states.tsx';
import { showDay, showInstant } from '#app/web/show.ts';
import { holds, useViewer } from '#app/web/viewer.ts';
import type { Span } from '#libraries/document/index.ts';
import { documentWords } from './document.words.ts';
import { DocumentText, MarkStyles, scrollToMark } from './document-text.tsx';
import { arrangeDuties, DutyList, type DutyOrder } from './duty-list.tsx';
import { HeaderPanel } from './header-panel.tsx';
import { marksOf, placesOf } from './marks.ts';
import { CitationsPanel, OutlinePanel } from './outline-panel.tsx';
import { ReviewKeys } from './review-keys.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { cutText } from './text-blocks.ts';
import { useDutyActions } from './use-duty-actions.ts';
import { documentQuery, type Review, type ShownDocument, useReview } from './use-review.ts';
import './reader.css';

type Tab = 'info' | 'duties' | 'outline' | 'citations';
type View = { tab?: Tab; order?: DutyOrder; known?: boolean };

export function DocumentPage() {
  return (
    <Suspense fallback={<Waiting />}>
      <Reader />
    </Suspense>
  );
}

function Reader() {
  const { id } = useParams({ strict: false }) as { id: string };
  const { data: document } = useSuspenseQuery(documentQuery(id));
  const review = useReview(id);
  const viewer = useViewer();
  const mayReview = document.state === 'draft' && holds(viewer, 'focal-officer', 'administrator');
  return (
    <>
      <ReaderHeader document={document} mayReview={mayReview} review={review} />
      <Sides document={document} mayReview={mayReview} review={review} />
    </>
  );
}

type SidesProps = { document: ShownDocument; mayReview: boolean; review: Review };

function ReaderHeader({ document: d, mayReview, review }: SidesProps) {
  const t = useWords(documentWords);
  const [view, setView] = useView();
  const kept = d.duties.filter((duty) => !duty.removed);
  const open = kept.filter((duty) => !duty.confirmed).length;
  const about = [d.issuer, d.issuedOn ? t.issuedOn(showDay(d.issuedOn)) : null].filter(Boolean).join(', ');
  return (
    <>
      <PageHeader
        title={[d.kind, d.symbol ?? `(${t.noSymbol})`].filter(Boolean).join(' ')}
        lead={
          <>
            <span className="reader-title">{d.title ?? t.untitled}</span>
            {about}
          </>
        }
      >
        {mayReview && open ? <Button onClick={review.confirmAll}>{t.confirmAll(open)}</Button> : null}
        {mayReview && !open && kept.length ? (
          <Button component={Link} to={`/documents/${d.id}/publish`}>
            {t.publish}
          </Button>
        ) : null}
      </PageHeader>
      {view.known ? (
        <Alert
          mb="sm"
          withCloseButton
          closeButtonLabel={t.close}
          onClose={() => setView({ known: undefined })}
        >
          {t.knownBanner}
        </Alert>
      ) : null}
      <Group gap="sm" mb="sm">
        {d.publishedAt ? (
          <Text fz="sm">
            <b>{t.publishedAt(showInstant(d.publishedAt))}.</b> {t.closedToEdits}
          </Text>
        ) : kept.length ? (
          <>
            <Text fz="sm" fw={600} aria-live="polite">
              {t.progress(kept.length - open, kept.length)}
            </Text>
            <Progress
              value={(100 * (kept.length - open)) / kept.length}
              style={{ flex: '0 1 220px', minWidth: 80 }}
              aria-hidden
            />
          </>
        ) : null}
      </Group>
    </>
  );
}

/** The text on the left, what was read on the right; on narrow screens one of them at a time. */
function Sides({ document: d, mayReview, review }: SidesProps) {
  const t = useWords(documentWords);
  const [view, setView] = useView();
  const [side, setSide] = useState<'text' | 'read'>('read');
  const [selection, setSelection] = useState<Span | null>(null);
  const [mark, setMark] = useState<string | null>(null);
  const order = view.order ?? 'text';
  const tab = view.tab ?? 'duties';
  const places = placesOf(d);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text is redrawn when places change, not when a duty is confirmed.
  const blocks = useMemo(() => cutText(d.text, marksOf(d)), [d.id, places, d.spans]);
  const duties = useDutyActions({
    document: d,
    arranged: (current) => arrangeDuties(d.duties, order, current),
    review,
    mayReview,
    onShowInText: () => setSide('text'),
    onNoMoreDoubts: () => notifications.show({ message: t.noMoreDoubts, autoClose: 3_000 }),
  });
  const showMark = (name: string) => {
    setMark(name);
    setSide('text');
    requestAnimationFrame(() => scrollToMark(name));
  };
  const { chooseById } = duties;
  const openMark = useCallback(
    (names: string[]) => {
      const prefix = { citations: 'c-', info: 'h-', outline: 'o-', duties: 'd' }[tab];
      const name =
        names.find((one) => one.startsWith(prefix)) ?? names.find((one) => /^(d\d|c-|h-)/.test(one));
      if (!name) return;
      setSide('read');
      setMark(name);
      const opened: Tab = name.startsWith('c-') ? 'citations' : name.startsWith('h-') ? 'info' : 'duties';
      if (name.startsWith('o-')) return;
      if (opened !== tab) setView({ tab: opened === 'duties' ? undefined : opened });
      if (opened === 'duties') chooseById(name, 'card');
      else
        requestAnimationFrame(() =>
          document.getElementById(`card-${name}`)?.scrollIntoView({ block: 'nearest' }),
        );
    },
    [tab, setView, chooseById],
  );
  const addSelected = () => {
    if (!selection) return;
    review.add(selection);
    notifications.show({ message: t.added, autoClose: 3_000 });
    document.getSelection()?.removeAllRanges();
  };
  const current = tab === 'duties' ? duties.current : mark;
  return (
    <>
      <SegmentedControl
        className="only-narrow"
        fullWidth
        mb="xs"
        aria-label={t.view}
        value={side}
        onChange={(value) => setSide(value as 'text' | 'read')}
        data={[
          { value: 'read', label: t.whatWasRead },
          { value: 'text', label: t.text },
        ]}
      />
      <MarkStyles
        current={current}
        confirmed={d.duties.filter((duty) => duty.confirmed && !duty.removed).map((duty) => duty.id)}
      />
      <div className="reader" data-side={side}>
        <div className="reader-left">
          {mayReview && selection ? (
            <SelectionBar
              words={d.text.slice(...selection)}
              onAdd={addSelected}
              onUse={duties.editing ? () => duties.takeSpan(selection) : null}
            />
          ) : (
            <Legend />
          )}
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard. */}
          <section className="paper reader-scroll" aria-label={t.textRegion} tabIndex={0}>
            <DocumentText text={d.text} blocks={blocks} onMark={openMark} onSelect={setSelection} />
          </section>
        </div>
        <section className="reader-right" aria-label={t.readRegion}>
          <Tabs
            value={tab}
            onChange={(value) => setView({ tab: value === 'duties' ? undefined : (value as Tab) })}
            keepMounted={false}
          >
            <Tabs.List>
              {(['duties', 'info', 'outline', 'citations'] as const).map((name) => (
                <Tabs.Tab key={name} value={name}>
                  {t.tabs[name]}
                  {countOf(d, name)}
                </Tabs.Tab>
              ))}
            </Tabs.List>
            <div className="reader-scroll reader-cards">
              <Tabs.Panel value="duties">
                {mayReview ? <ReviewKeys actions={duties.keys} /> : null}
                <DutyList
                  duties={duties.arranged}
                  all={d.duties}
                  order={order}
                  onOrder={(value) => setView({ order: value === 'text' ? undefined : value })}
                  current={duties.current}
                  editing={duties.editing}
                  mayReview={mayReview}
                  actions={duties.actions}
                />
              </Tabs.Panel>
              <Tabs.Panel value="info">
                <HeaderPanel
                  document={d}
                  mayReview={mayReview}
                  onPatch={review.patchHeader}
                  onShow={showMark}
                />
              </Tabs.Panel>
              <Tabs.Panel value="outline">
                <OutlinePanel document={d} onShow={showMark} />
              </Tabs.Panel>
              <Tabs.Panel value="citations">
                <CitationsPanel document={d} current={mark} onShow={showMark} />
              </Tabs.Panel>
            </div>
          </Tabs>
        </section>
      </div>
    </>
  );
}

const countOf = (d: ShownDocument, tab: Tab): string =>
  tab === 'duties'
    ? ` (${d.duties.filter((duty) => !duty.removed).length})`
    : tab === 'citations'
      ? ` (${d.citations.length})`
      : '';

function Legend() {
  const t = useWords(documentWords);
  return (
    <p className="reader-legend">
      <span data-mark="duty">{t.legendDuty}</span>
      <span data-mark="confirmed">{t.legendConfirmed}</span>
      <span data-mark="citation">{t.legendCitation}</span>
      <span data-mark="header">{t.legendHeader}</span>
    </p>
  );
}

/** What the address says is shown, and how to change it. */
function useView() {
  const view = useSearch({ strict: false }) as View;
  const navigate = useNavigate();
  const set = useCallback(
    (change: { [K in keyof View]: View[K] | undefined }) =>
      void navigate({
        to: '.',
        search: ((before: View) => ({ ...before, ...change })) as never,
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  );
  return [view, set] as const;
}
