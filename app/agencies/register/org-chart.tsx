import { Button, Checkbox, Group, Table, Text } from '@mantine/core';
import { IconArrowsMaximize, IconMinus, IconPlus, IconPrinter } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type PointerEvent, useMemo, useRef, useState } from 'react';
import './chart.css';
import { hierarchyNames } from '#app/agencies/agency-terms.ts';
import type { Hierarchy } from '#app/agencies/hierarchy.ts';
import { useLanguage, useWords } from '#app/web/language.tsx';
import { Empty } from '#app/web/page-states.tsx';
import { treeOf } from './agency-tree.ts';
import { BOX, type Chart, type ChartBox, layoutChart } from './chart-layout.ts';
import type { Register } from './register.contract.ts';
import { registerWords } from './register.words.ts';
import { useRegisterView } from './use-register-view.ts';

type Given = { register: Register; hierarchy: Hierarchy; whole: boolean };

/** One hierarchy drawn, to be looked at, moved and printed; the same as a table for who does not see it. */
export function OrgChart({ register, hierarchy, whole }: Given) {
  const t = useWords(registerWords);
  const { language } = useLanguage();
  const { look } = useRegisterView();
  const chart = useMemo(
    () => layoutChart(treeOf(register.agencies, hierarchy), whole),
    [register, hierarchy, whole],
  );
  const [zoom, setZoom] = useState(1);
  const frame = useRef<HTMLDivElement>(null);
  const name = hierarchyNames[language][hierarchy];
  if (!chart.boxes.length)
    return (
      <Empty title={t.nothingHere(name)}>
        <Text c="dimmed">{t.nothingHereHelp}</Text>
      </Empty>
    );
  const fit = () => {
    const box = frame.current!.getBoundingClientRect();
    setZoom(Math.max(0.2, Math.min(1, (box.width - 32) / chart.width)));
  };
  return (
    <>
      <Group className="no-print" gap="xs" mb="sm">
        <Button
          variant="default"
          leftSection={<IconPlus size={16} />}
          onClick={() => setZoom(Math.min(2, zoom * 1.25))}
        >
          {t.zoomIn}
        </Button>
        <Button
          variant="default"
          leftSection={<IconMinus size={16} />}
          onClick={() => setZoom(Math.max(0.2, zoom / 1.25))}
        >
          {t.zoomOut}
        </Button>
        <Button variant="default" leftSection={<IconArrowsMaximize size={16} />} onClick={fit}>
          {t.fit}
        </Button>
        <Button variant="default" leftSection={<IconPrinter size={16} />} onClick={() => window.print()}>
          {t.print}
        </Button>
        <Checkbox
          label={t.wholeChart}
          checked={whole}
          onChange={(event) => look({ whole: event.currentTarget.checked ? 'yes' : '' })}
        />
      </Group>
      <Frame frame={frame} label={t.chartLabel(name)} help={t.chartHelp}>
        <Drawing chart={chart} zoom={zoom} label={t.chartLabel(name)} />
      </Frame>
      <AsTable chart={chart} label={t.chartLabel(name)} />
    </>
  );
}

type FrameGiven = {
  frame: React.RefObject<HTMLDivElement | null>;
  label: string;
  help: string;
  children: React.ReactNode;
};

/** A window on the drawing: scrolled by wheel and keys, moved by dragging. */
function Frame({ frame, label, help, children }: FrameGiven) {
  const from = useRef<{ x: number; y: number } | null>(null);
  const move = (event: PointerEvent) => {
    if (!from.current || !frame.current || event.buttons !== 1) return;
    frame.current.scrollLeft -= event.clientX - from.current.x;
    frame.current.scrollTop -= event.clientY - from.current.y;
    from.current = { x: event.clientX, y: event.clientY };
  };
  return (
    <section
      ref={frame}
      className="paper chart-frame"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
      tabIndex={0}
      title={help}
      onPointerDown={(event) => {
        if (event.pointerType === 'mouse') from.current = { x: event.clientX, y: event.clientY };
      }}
      onPointerMove={move}
      onPointerUp={() => {
        from.current = null;
      }}
    >
      {children}
    </section>
  );
}

function Drawing({ chart, zoom, label }: { chart: Chart; zoom: number; label: string }) {
  const { width, height } = chart;
  return (
    <svg
      className="chart"
      aria-label={label}
      viewBox={`-4 -4 ${width + 8} ${height + 8}`}
      width={(width + 8) * zoom}
      height={(height + 8) * zoom}
    >
      {chart.links.map((path) => (
        <path key={path} d={path} className="chart-link" />
      ))}
      {chart.boxes.map((box) => (
        <Box key={box.node.id} box={box} />
      ))}
    </svg>
  );
}

function Box({ box }: { box: ChartBox }) {
  const t = useWords(registerWords);
  const navigate = useNavigate();
  const { asOf } = useSearch({ strict: false }) as { asOf?: string };
  const { node, lines, hidden, left, top } = box;
  const drawn = (
    <>
      <title>{node.name}</title>
      <rect
        width={BOX.width}
        height={BOX.height}
        rx={7}
        className={node.agency ? 'chart-box' : 'chart-kind'}
      />
      {(hidden ? [t.group(lines[0]!, hidden)] : lines).map((line, index, all) => (
        <text key={line} x={12} y={BOX.height / 2 + 5 + (index - (all.length - 1) / 2) * 17}>
          {line}
        </text>
      ))}
    </>
  );
  const place = `translate(${left},${top})`;
  if (!node.agency) return <g transform={place}>{drawn}</g>;
  const address = `/agencies/${node.id}${asOf ? `?asOf=${asOf}` : ''}`;
  return (
    <a
      href={address}
      draggable={false}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        void navigate({ to: `/agencies/${node.id}`, search: { asOf } as never });
      }}
    >
      <g transform={place}>{drawn}</g>
    </a>
  );
}

function AsTable({ chart, label }: { chart: Chart; label: string }) {
  const t = useWords(registerWords);
  return (
    <details className="paper chart-table no-print">
      <summary>{t.asTable}</summary>
      <Table aria-label={label}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t.agency}</Table.Th>
            <Table.Th scope="col">{t.below}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {chart.boxes
            .filter(({ node, hidden }) => node.agency || hidden)
            .map(({ node, parent, hidden }) => (
              <Table.Tr key={node.id}>
                <Table.Th scope="row" fw={400}>
                  {hidden ? t.group(node.name, hidden) : node.name}
                </Table.Th>
                <Table.Td>{parent?.agency ? parent.name : parent ? t.withoutParent : t.top}</Table.Td>
              </Table.Tr>
            ))}
        </Table.Tbody>
      </Table>
    </details>
  );
}
