import type { KeyboardEvent } from 'react';
import { box, type Placed } from './graph-layout.ts';

/** One box of the graph; a button for mouse and keyboard where it can be chosen. */
export function GraphBox<T>({
  placed,
  title,
  detail,
  kind,
  chosen,
  label,
  onChoose,
}: {
  placed: Placed<T>;
  title: string;
  detail: string;
  kind: 'document' | 'basis' | 'other' | 'replaced';
  chosen: boolean;
  label: string;
  onChoose: () => void;
}) {
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    onChoose();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: SVG has no button of its own.
    <g
      role="button"
      tabIndex={0}
      aria-pressed={chosen}
      aria-label={label}
      className="graph-box"
      data-kind={kind}
      transform={`translate(${placed.x},${placed.y})`}
      onClick={onChoose}
      onKeyDown={press}
    >
      <title>{label}</title>
      <rect width={box.width} height={box.height} rx={6} />
      <text x={12} y={19} className="graph-name">
        {short(title, 34)}
      </text>
      <text x={12} y={36} className="graph-detail">
        {short(detail, 46)}
      </text>
    </g>
  );
}

const short = (words: string, most: number): string =>
  words.length <= most ? words : `${words.slice(0, most - 1).trimEnd()}…`;
