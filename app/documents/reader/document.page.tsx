import { SegmentedControl } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Suspense, useCallback, useState } from 'react';
import { useWords } from '#app/web/language.tsx';
import { Waiting } from '#app/web/page-states.tsx';
import { holds, useViewer } from '#app/web/viewer.ts';
import { OpenedPlace } from '../citations/opened-place.tsx';
import { documentWords } from '../document.words.ts';
import { MarkStyles, scrollToMark } from './document-text.tsx';
import { ReadSide } from './read-side.tsx';
import { ReaderHeader, type ReaderProps } from './reader-header.tsx';
import { scanWords } from './scan.words.ts';
import { TextSide } from './text-side.tsx';
import { useDutyActions } from './use-duty-actions.ts';
import { type Paper, usePaper } from './use-pages.ts';
import { type ReaderTab, useReaderView } from './use-reader-view.ts';
import { documentQuery, useReview } from './use-review.ts';
import './reader.css';

export function DocumentPage() {
  return (
    <Suspense fallback={<Waiting />}>
      <Reader />
    </Suspense>
  );
}

function Reader() {
  const { id } = useParams({ strict: false }) as { id: string };
  const { data } = useSuspenseQuery(documentQuery(id));
  const { paper, document } = usePaper(data);
  const review = useReview(id);
  const viewer = useViewer();
  const mayReview = document.state === 'draft' && holds(viewer, 'focal-officer', 'administrator');
  const props = { document, mayReview, review };
  return (
    <>
      <ReaderHeader {...props} />
      <Sides key={id} {...props} paper={paper} />
    </>
  );
}

/** The text on the left, what was read on the right; on narrow screens one of them at a time. */
function Sides({ document: d, mayReview, review, paper }: ReaderProps & { paper: Paper }) {
  const t = useWords(documentWords);
  const scan = useWords(scanWords);
  const hasScans = paper.pages.some((page) => page.hasPicture);
  const [view, changeView] = useReaderView();
  const [side, setSide] = useState<'text' | 'read'>('read');
  const [mark, setMark] = useState<string | null>(null);
  const tab = view.tab ?? 'duties';
  const duties = useDutyActions({
    document: d,
    order: view.order ?? 'text',
    review,
    mayReview,
    onShowInText: () => setSide('text'),
  });
  const showMark = (name: string) => {
    setMark(name);
    setSide('text');
    requestAnimationFrame(() => scrollToMark(name));
  };
  const { chooseById } = duties;
  const openMark = useCallback(
    (names: string[]) => {
      const name = meant(names, tab);
      if (!name) return;
      const opened = tabOf(name);
      setSide('read');
      setMark(name);
      if (opened !== tab) changeView({ tab: opened === 'duties' ? undefined : opened });
      if (opened === 'duties') return chooseById(name, 'card');
      requestAnimationFrame(() =>
        document.getElementById(`card-${name}`)?.scrollIntoView({ block: 'nearest' }),
      );
    },
    [tab, changeView, chooseById],
  );
  return (
    <>
      <SegmentedControl
        className="only-narrow"
        mb="xs"
        aria-label={t.view}
        value={side === 'text' && hasScans && view.left ? 'scan' : side}
        onChange={(value) => {
          setSide(value === 'read' ? 'read' : 'text');
          if (value !== 'read') changeView({ left: value === 'scan' ? 'scan' : undefined });
        }}
        data={[
          { value: 'read', label: t.whatWasRead },
          { value: 'text', label: t.text },
          ...(hasScans ? [{ value: 'scan', label: scan.scan }] : []),
        ]}
      />
      <MarkStyles
        current={tab === 'duties' ? duties.current : mark}
        confirmed={d.duties.filter((duty) => duty.confirmed && !duty.removed).map((duty) => duty.id)}
      />
      <OpenedPlace onShow={() => setSide('text')} />
      <div className="reader" data-side={side}>
        <TextSide
          document={d}
          paper={paper}
          current={tab === 'duties' ? duties.current : mark}
          mayReview={mayReview}
          onMark={openMark}
          onAdd={duties.add}
          onUse={duties.editing ? duties.takeSpan : null}
        />
        <ReadSide
          document={d}
          mayReview={mayReview}
          review={review}
          duties={duties}
          mark={mark}
          onShow={showMark}
        />
      </div>
    </>
  );
}

const prefixes: Record<ReaderTab, RegExp> = {
  duties: /^d\d/,
  info: /^h-/,
  outline: /^o-/,
  citations: /^c-/,
  history: /^never$/,
};

/** Of the marks under a click, the one that the open tab is about, else the duty, citation or header field. */
const meant = (names: string[], tab: ReaderTab): string | undefined =>
  names.find((name) => prefixes[tab].test(name)) ?? names.find((name) => /^(d\d|c-|h-)/.test(name));

const tabOf = (name: string): ReaderTab =>
  (Object.keys(prefixes) as ReaderTab[]).find((tab) => prefixes[tab].test(name)) ?? 'duties';
