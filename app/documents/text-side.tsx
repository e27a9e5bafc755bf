import { useMemo, useState } from 'react';
import { useWords } from '#app/web/language.tsx';
import type { Span } from '#libraries/document/index.ts';
import { documentWords } from './document.words.ts';
import { DocumentText } from './document-text.tsx';
import { marksOf, placesOf } from './marks.ts';
import type { ReaderProps } from './reader-header.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { cutText } from './text-blocks.ts';

/** The document's words; selected words can become a duty, or the words of the duty being edited. */
export function TextSide({
  document: d,
  mayReview,
  onMark,
  onAdd,
  onUse,
}: Omit<ReaderProps, 'review'> & {
  onMark: (names: string[]) => void;
  onAdd: (span: Span) => void;
  /** null while no duty is being edited. */
  onUse: ((span: Span) => void) | null;
}) {
  const t = useWords(documentWords);
  const [selection, setSelection] = useState<Span | null>(null);
  const places = placesOf(d);
  // biome-ignore lint/correctness/useExhaustiveDependencies: redrawn when places change, not when a duty is confirmed.
  const blocks = useMemo(() => cutText(d.text, marksOf(d)), [d.id, places]);
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
        <Legend />
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard. */}
      <section className="paper reader-scroll" aria-label={t.textRegion} tabIndex={0}>
        <DocumentText text={d.text} blocks={blocks} onMark={onMark} onSelect={setSelection} />
      </section>
    </div>
  );
}

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
