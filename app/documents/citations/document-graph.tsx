import { useWords } from '#app/web/language.tsx';
import { citationWords } from './citation.words.ts';
import { GraphBox } from './graph-box.tsx';
import { box, link, stack, weight } from './graph-layout.ts';
import { type CitedHere, type DocumentCitations, nameOf } from './use-citations.ts';

/** One document on the left; what it cites on the right: its bases first, then the others by kind. */
export function DocumentGraph({
  document,
  chosen,
  onChoose,
}: {
  document: DocumentCitations;
  chosen: string | null;
  onChoose: (symbol: string) => void;
}) {
  const t = useWords(citationWords);
  const { boxes, titles, height } = stack(groupsOf(document.cited, t.basis, t.noKind), box.column);
  const root = { x: 0, y: Math.max(box.head, height / 2 - box.height / 2) };
  const name = nameOf(document, t.noSymbol);
  return (
    // biome-ignore lint/a11y/useSemanticElements: no fieldset stands inside SVG.
    <svg
      className="citation-svg"
      viewBox={`-2 0 ${box.column + box.width + 4} ${height + 2}`}
      role="group"
      aria-label={t.graphLabel(name, document.cited.length)}
    >
      {boxes.map((placed) => (
        <path
          key={placed.one.symbol}
          d={link(root, placed)}
          className="graph-link"
          data-kind={placed.one.basis ? 'basis' : 'other'}
          data-chosen={placed.one.symbol === chosen || undefined}
          strokeWidth={weight(placed.one.mentions.length)}
        />
      ))}
      {titles.map((one) => (
        <text key={one.title} x={one.x} y={one.y} className="graph-title">
          {one.title}
        </text>
      ))}
      <g className="graph-box" data-kind="document" transform={`translate(${root.x},${root.y})`}>
        <rect width={box.width} height={box.height} rx={6} />
        <text x={12} y={27} className="graph-name">
          {name}
        </text>
      </g>
      {boxes.map((placed) => {
        const { one } = placed;
        const state = one.replacement
          ? one.replacement.verified
            ? t.replacedShort
            : t.replacedUnsureShort
          : null;
        const detail = [t.times(one.mentions.length), state, one.issuer].filter(Boolean).join(' · ');
        return (
          <GraphBox
            key={one.symbol}
            placed={placed}
            title={nameOf(one)}
            detail={detail}
            kind={one.replacement ? 'replaced' : one.basis ? 'basis' : 'other'}
            chosen={one.symbol === chosen}
            label={`${nameOf(one)}, ${one.basis ? t.basis : t.other}, ${detail}`}
            onChoose={() => onChoose(one.symbol)}
          />
        );
      })}
    </svg>
  );
}

function groupsOf(cited: readonly CitedHere[], basis: string, noKind: string) {
  const groups = new Map<string, CitedHere[]>([[basis, cited.filter((one) => one.basis)]]);
  for (const one of cited) {
    if (one.basis) continue;
    const kind = one.kind ?? noKind;
    groups.set(kind, [...(groups.get(kind) ?? []), one]);
  }
  return [...groups].map(([title, items]) => ({ title, items }));
}
