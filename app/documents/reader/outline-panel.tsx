import { Text } from '@mantine/core';
import { useWords } from '#app/web/language.tsx';
import { Empty } from '#app/web/page-states.tsx';
import { showDay } from '#app/web/show.ts';
import { ReplacedInReader } from '../citations/replaced-chip.tsx';
import { ToGraph } from '../citations/to-graph.tsx';
import { documentWords } from '../document.words.ts';
import type { ShownDocument } from './use-review.ts';

/** Numbered headings and clauses, each leading to its words; then which task groups have duties. */
export function OutlinePanel({
  document: d,
  onShow,
}: {
  document: ShownDocument;
  onShow: (mark: string) => void;
}) {
  const t = useWords(documentWords);
  if (!d.outline.length) return <Empty title={t.noOutline} />;
  return (
    <>
      {d.taskGroups.length ? (
        <section className="paper read-list-box">
          <h2>{t.taskGroups}</h2>
          <ul className="read-list">
            {d.taskGroups.map((group) => (
              <li key={group.path}>
                <span>
                  <b>{group.path}</b> {group.start}
                </span>
                <Text span fz="sm" fw={group.dutyIds.length ? 400 : 600}>
                  {t.dutiesServing(group.dutyIds.length)}
                </Text>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <ul className="paper read-list">
        {d.outline.map((entry, index) => (
          // Numbers may be printed twice, so the place is the key.
          // biome-ignore lint/suspicious/noArrayIndexKey: the outline of a stored text never changes.
          <li key={index} style={{ paddingInlineStart: 8 + 14 * depthOf(entry.path) }}>
            <button type="button" className="read-link" onClick={() => onShow(`o-${index}`)}>
              <b>{entry.label || entry.path}</b> {entry.start}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

const depthOf = (path: string): number => Math.min(6, path.split('.').length - 1);

/** Other documents that the text names, each leading to where it is named. */
export function CitationsPanel({
  document: d,
  current,
  onShow,
}: {
  document: ShownDocument;
  current: string | null;
  onShow: (mark: string) => void;
}) {
  const t = useWords(documentWords);
  if (!d.citations.length) return <Empty title={t.noCitations} />;
  return (
    <ul className="paper read-list">
      <ToGraph documentId={d.id} />
      {d.citations.map((citation, index) => (
        <li key={citation.symbol} data-current={current === `c-${index}` || undefined} id={`card-c-${index}`}>
          <button type="button" className="read-link" onClick={() => onShow(`c-${index}`)}>
            <b>{[citation.kind, citation.symbol].filter(Boolean).join(' ')}</b>
          </button>
          <ReplacedInReader documentId={d.id} symbol={citation.symbol} />
          <Text fz="sm" c="dimmed">
            {[
              citation.issuer,
              citation.date ? t.issuedOn(showDay(citation.date)) : null,
              citation.basis ? t.basis : null,
              t.mentions(citation.mentions.length),
            ]
              .filter(Boolean)
              .join(' · ')}
          </Text>
        </li>
      ))}
    </ul>
  );
}
