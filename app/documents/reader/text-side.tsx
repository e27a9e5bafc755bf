import { Group, SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useWords } from '#app/web/language.tsx';
import { ScrollRegion } from '#app/web/scroll-region.tsx';
import type { Span } from '#libraries/document/index.ts';
import { documentWords } from '../document.words.ts';
import { DocumentText } from './document-text.tsx';
import { marksOf, placesOf } from './marks.ts';
import type { ReaderProps } from './reader-header.tsx';
import { scanWords } from './scan.words.ts';
import { ScanLegend, ScanSide } from './scan-side.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { cutText, type Mark } from './text-blocks.ts';
import type { Paper } from './use-pages.ts';
import { useReaderView } from './use-reader-view.ts';

/** The document's words; selected words can become a duty, or the words of the duty being edited. */
export function TextSide({
  document: d,
  paper,
  current,
  mayReview,
  onMark,
  onAdd,
  onUse,
}: Omit<ReaderProps, 'review'> & {
  paper: Paper;
  /** Name of the mark that is current. */
  current: string | null;
  onMark: (names: string[]) => void;
  onAdd: (span: Span) => void;
  /** null while no duty is being edited. */
  onUse: ((span: Span) => void) | null;
}) {
  const t = useWords(documentWords);
  const scan = useWords(scanWords);
  const [selection, setSelection] = useState<Span | null>(null);
  const [view] = useReaderView();
  const hasScans = paper.pages.some((page) => page.hasPicture);
  const showsScan = hasScans && view.left === 'scan';
  const region = showsScan ? scan.region : t.textRegion;
  const places = placesOf(d);
  // biome-ignore lint/correctness/useExhaustiveDependencies: redrawn when places change, not when a duty is confirmed.
  const blocks = useMemo(
    () => cutText(d.text, [...marksOf(d), ...unsureMarks(paper)]),
    [d.id, places, paper],
  );
  const add = (span: Span) => {
    onAdd(span);
    document.getSelection()?.removeAllRanges();
  };
  return (
    <div className="reader-left">
      {mayReview && selection ? (
        <SelectionBar
          words={d.text.slice(...selection)}
          onAdd={() => add(selection)}
          onUse={onUse && (() => onUse(selection))}
        />
      ) : (
        <Group justify="space-between" gap="xs" wrap="nowrap" mb={4}>
          {showsScan ? <ScanLegend /> : <Legend unsure={paper.unsure.length > 0} />}
          {hasScans ? <LeftSwitch /> : null}
        </Group>
      )}
      <ScrollRegion className="paper reader-scroll" label={region}>
        {showsScan ? (
          <ScanSide document={d} paper={paper} current={current} />
        ) : (
          <DocumentText text={d.text} blocks={blocks} onMark={onMark} onSelect={setSelection} />
        )}
      </ScrollRegion>
    </div>
  );
}

const unsureMarks = ({ unsure }: Paper): Mark[] => unsure.map((span) => ({ name: 'u', span }));

function LeftSwitch() {
  const t = useWords(scanWords);
  const [view, changeView] = useReaderView();
  return (
    <SegmentedControl
      className="only-wide"
      size="xs"
      aria-label={t.left}
      value={view.left ?? 'text'}
      onChange={(value) => changeView({ left: value === 'scan' ? 'scan' : undefined })}
      data={[
        { value: 'text', label: t.text },
        { value: 'scan', label: t.scan },
      ]}
    />
  );
}

function Legend({ unsure }: { unsure: boolean }) {
  const t = useWords(documentWords);
  const scan = useWords(scanWords);
  return (
    <p className="reader-legend">
      <span data-mark="duty">{t.legendDuty}</span>
      <span data-mark="confirmed">{t.legendConfirmed}</span>
      <span data-mark="citation">{t.legendCitation}</span>
      <span data-mark="header">{t.legendHeader}</span>
      {unsure ? <span data-mark="unsure">{scan.unsure}</span> : null}
    </p>
  );
}
