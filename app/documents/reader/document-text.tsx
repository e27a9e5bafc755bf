import { memo, useEffect, useRef } from 'react';
import type { Span } from '#libraries/document/index.ts';
import type { Block, Line } from './text-blocks.ts';

/** The words of a document with what was read marked in them. Drawn once: what is current or confirmed is told by a style sheet (`MarkStyles`). */
export const DocumentText = memo(function DocumentText({
  text,
  blocks,
  onMark,
  onSelect,
}: {
  text: string;
  blocks: Block[];
  /** Names of the marks under a click. */
  onMark: (names: string[]) => void;
  /** The selected words, or null. */
  onSelect: (span: Span | null) => void;
}) {
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const node = root.current;
    const click = (event: MouseEvent) => {
      const names = (event.target as HTMLElement).closest<HTMLElement>('[data-m]')?.dataset.m;
      if (names && document.getSelection()?.isCollapsed) onMark(names.split(' '));
    };
    const select = () => node && onSelect(selectedSpan(node));
    node?.addEventListener('click', click);
    document.addEventListener('selectionchange', select);
    return () => {
      node?.removeEventListener('click', click);
      document.removeEventListener('selectionchange', select);
    };
  }, [onMark, onSelect]);
  return (
    <div ref={root} className="document-text reader-text">
      {blocks.map((block) =>
        block.kind === 'line' ? (
          <p key={block.line.begin} className={classOf(block.line)}>
            <Words text={text} line={block.line} />
          </p>
        ) : (
          <table key={block.rows[0]?.[0]?.begin}>
            <tbody>
              {block.rows.map((row) => (
                <tr key={row[0]?.begin}>
                  {row.map((cell) => (
                    <td key={cell.begin}>
                      <Words text={text} line={cell} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        ),
      )}
    </div>
  );
});

const classOf = (line: Line): string | undefined =>
  [line.heading && 'reader-heading', line.joined && 'reader-joined'].filter(Boolean).join(' ') || undefined;

function Words({ text, line }: { text: string; line: Line }) {
  return line.pieces.map((piece) => (
    <span
      key={piece.begin}
      data-begin={piece.begin}
      data-m={piece.names.join(' ') || undefined}
      hidden={piece.hidden || undefined}
    >
      {text.slice(piece.begin, piece.end)}
    </span>
  ));
}

/** Positions of the selection in the text; null when nothing of the text is selected. */
function selectedSpan(root: HTMLElement): Span | null {
  const selection = document.getSelection();
  if (!selection?.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(root)) return null;
  const pieces = [...root.querySelectorAll<HTMLElement>('[data-begin]')].filter((piece) =>
    range.intersectsNode(piece),
  );
  const first = pieces[0];
  const last = pieces.at(-1);
  if (!first || !last) return null;
  const begin = first.contains(range.startContainer) ? range.startOffset : 0;
  const end = last.contains(range.endContainer) ? range.endOffset : (last.textContent?.length ?? 0);
  const span: Span = [Number(first.dataset.begin) + begin, Number(last.dataset.begin) + end];
  return span[1] > span[0] ? span : null;
}

/** Where in the text the last click or selection stands: its beginning and its end; null when outside the text. */
export function caretInText(): Span | null {
  const root = document.querySelector<HTMLElement>('.reader-text');
  const selection = document.getSelection();
  if (!root || !selection?.rangeCount) return null;
  if (!selection.isCollapsed) return selectedSpan(root);
  const node = selection.anchorNode;
  const piece = node?.parentElement?.closest<HTMLElement>('[data-begin]');
  if (!piece || !root.contains(piece)) return null;
  const at = Number(piece.dataset.begin) + selection.anchorOffset;
  return [at, at];
}

/** Colours what is current and what is confirmed, without touching the text. Names are our own short tokens. */
export function MarkStyles({ confirmed, current }: { confirmed: string[]; current: string | null }) {
  const of = (names: string[]) => names.map((name) => `.reader-text [data-m~="${name}"]`).join(',');
  const rules = [
    confirmed.length ? `${of(confirmed)}{background:var(--mark-confirmed)}` : '',
    current
      ? `${of([`e-${current}`])}{background:var(--mark-evidence)}${of([current])}{background:var(--mark-current);color:var(--mark-ink)}`
      : '',
  ];
  return <style>{rules.join('')}</style>;
}

/** Brings the words of a mark into view, at once: in a long document a gliding page is waited for. */
export function scrollToMark(name: string): void {
  document
    .querySelector(`.reader-text [data-m~="${CSS.escape(name)}"]`)
    ?.scrollIntoView({ block: 'center', behavior: 'instant' });
}
