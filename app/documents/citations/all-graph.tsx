import { useWords } from '#app/web/language.tsx';
import { citationWords } from './citation.words.ts';
import { GraphBox } from './graph-box.tsx';
import { box, byMiddle, link, type Placed, stack, weight } from './graph-layout.ts';
import { type AllCitations, nameOf } from './use-citations.ts';

type Instrument = AllCitations['instruments'][number];
type Citing = AllCitations['documents'][number];

/** More boxes than this do not read; the table has them all. */
const MOST = 24;

/** Documents of the province on the left, what they cite on the right; the chosen box keeps its lines, others fade. */
export function AllGraph({
  data,
  chosen,
  onChoose,
}: {
  data: AllCitations;
  /** Key of an instrument or id of a document. */
  chosen: string | null;
  onChoose: (one: string) => void;
}) {
  const t = useWords(citationWords);
  const shown = data.instruments.slice(0, MOST);
  const right = stack([{ title: t.instrumentsColumn, items: shown }], box.column);
  const places = new Map(right.boxes.map((placed, index) => [placed.one.key, index]));
  const citing = new Map(data.documents.map((one) => [one.id, one]));
  const tied = (document: Citing) =>
    shown.flatMap((one) =>
      one.citedBy.some((cite) => cite.documentId === document.id) ? places.get(one.key)! : [],
    );
  const documents = byMiddle(data.documents.filter((one) => tied(one).length > 0).slice(0, MOST), tied);
  const left = stack([{ title: t.documentsColumn, items: documents }], 0);
  const byId = new Map(left.boxes.map((placed) => [placed.one.id, placed]));
  const height = Math.max(left.height, right.height);
  return (
    // biome-ignore lint/a11y/useSemanticElements: no fieldset stands inside SVG.
    <svg
      className="citation-svg"
      viewBox={`-2 0 ${box.column + box.width + 4} ${height + 2}`}
      role="group"
      aria-label={t.graphAllLabel(documents.length, shown.length)}
    >
      <Links boxes={right.boxes} byId={byId} chosen={chosen} />
      {[...left.titles, ...right.titles].map((one) => (
        <text key={one.title} x={one.x} y={one.y} className="graph-title">
          {one.title}
        </text>
      ))}
      {left.boxes.map((placed) => {
        const name = nameOf(placed.one, t.noSymbol);
        const title = citing.get(placed.one.id)?.title ?? '';
        return (
          <GraphBox
            key={placed.one.id}
            placed={placed}
            title={name}
            detail={title}
            kind="document"
            chosen={placed.one.id === chosen}
            label={`${name}. ${title}`}
            onChoose={() => onChoose(placed.one.id)}
          />
        );
      })}
      {right.boxes.map((placed) => (
        <CitedBox key={placed.one.key} placed={placed} chosen={chosen} onChoose={onChoose} />
      ))}
    </svg>
  );
}

function CitedBox({
  placed,
  chosen,
  onChoose,
}: {
  placed: Placed<Instrument>;
  chosen: string | null;
  onChoose: (one: string) => void;
}) {
  const t = useWords(citationWords);
  const { one } = placed;
  const mentions = one.citedBy.reduce((sum, cite) => sum + cite.mentions, 0);
  const state = one.replacement ? (one.replacement.verified ? t.replacedShort : t.replacedUnsureShort) : null;
  const detail = [t.times(mentions), state, one.issuer].filter(Boolean).join(' · ');
  const isBasis = one.citedBy.some((cite) => cite.basis);
  return (
    <GraphBox
      placed={placed}
      title={nameOf(one)}
      detail={detail}
      kind={one.replacement ? 'replaced' : isBasis ? 'basis' : 'other'}
      chosen={one.key === chosen}
      label={`${nameOf(one)}, ${detail}`}
      onChoose={() => onChoose(one.key)}
    />
  );
}

function Links({
  boxes,
  byId,
  chosen,
}: {
  boxes: Placed<Instrument>[];
  byId: Map<string, Placed<Citing>>;
  chosen: string | null;
}) {
  return boxes.flatMap((placed) =>
    placed.one.citedBy.map((cite) => {
      const from = byId.get(cite.documentId);
      if (!from) return null;
      const isChosen = chosen === placed.one.key || chosen === cite.documentId;
      return (
        <path
          key={`${cite.documentId} ${placed.one.key}`}
          d={link(from, placed)}
          className="graph-link"
          data-kind={cite.basis ? 'basis' : 'other'}
          data-chosen={isChosen || undefined}
          data-faded={(chosen !== null && !isChosen) || undefined}
          strokeWidth={weight(cite.mentions)}
        />
      );
    }),
  );
}
