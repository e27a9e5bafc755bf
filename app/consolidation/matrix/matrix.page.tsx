import { Anchor, Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { Answer } from '#app/platform/contract.ts';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { PageHeader, Waiting } from '#app/web/page-states.tsx';
import { showNumber } from '#app/web/show.ts';
import '../consolidation.css';
import { consolidationWords } from '../consolidation.words.ts';
import { ConsolidationTabs } from '../consolidation-tabs.tsx';
import { FindingsPanel } from '../findings/findings-panel.tsx';
import { useConsolidationEvents } from '../together/use-together.ts';
import { getMatrix } from './matrix.contract.ts';
import { matrixWords } from './matrix.words.ts';
import { MergeTray } from './merge-tray.tsx';
import { type Asked, OpenedCell } from './opened-cell.tsx';
import { WideTable } from './wide-table.tsx';

export type Matrix = Answer<typeof getMatrix>;
type Cell = Matrix['cells'][number];
/** Sentences chosen to become one. */
export type Chosen = { id: string; text: string }[];

/** Outline × agencies, with what has to be decided beside it. */
export function MatrixPage() {
  const t = useWords(matrixWords);
  const c = useWords(consolidationWords);
  const { id } = useParams({ strict: false }) as { id: string };
  const { slot, report, waiting } = useSearch({ strict: false }) as Record<string, string | undefined>;
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<Chosen>([]);
  useConsolidationEvents(id);
  const { data, error } = useQuery({
    queryKey: ['consolidation', id, 'matrix'],
    queryFn: () => call(getMatrix, { params: { id } }),
  });
  if (error && !data) throw error;
  if (!data) return <Waiting />;
  const open = (asked: Asked | null) =>
    navigate({ to: '.', search: (asked ?? {}) as never, replace: true, resetScroll: false });
  const asked: Asked | null = slot || report || waiting ? { slot, report, waiting } : null;
  return (
    <>
      <Anchor component={Link} to="/consolidation" fz="sm">
        {c.back}
      </Anchor>
      <PageHeader title={t.titleOf(data.period)} lead={t.lead} />
      <ConsolidationTabs id={id} here="matrix" />
      <Places matrix={data} onOpen={() => open({ waiting: 'true' })} />
      <div className="matrix-layout">
        <div style={{ minWidth: 0 }}>
          <div className="matrix-wide">
            <Grid matrix={data} open={open} />
          </div>
          <div className="matrix-phone">
            <BySlot matrix={data} open={open} />
          </div>
          <MergeTray id={id} chosen={chosen} onChange={setChosen} />
        </div>
        <aside className="matrix-side no-print" aria-label={t.findings}>
          <FindingsPanel id={id} />
        </aside>
      </div>
      <OpenedCell
        id={id}
        asked={asked}
        matrix={data}
        chosen={chosen}
        onChoose={setChosen}
        onClose={() => open(null)}
      />
    </>
  );
}

/** Where all paragraphs went, as a count: nothing is lost. */
function Places({ matrix, onOpen }: { matrix: Matrix; onOpen: () => void }) {
  const t = useWords(matrixWords);
  const { all, used, merged, aside, waiting } = matrix.counts;
  return (
    <Group className="paper" p="sm" mb="md" justify="space-between" role="note">
      <Text>
        <b>{t.places(showNumber(all), showNumber(used), showNumber(merged), showNumber(aside))}.</b>{' '}
        {waiting ? `${t.waiting(showNumber(waiting))}.` : t.allPlaced}
      </Text>
      {waiting ? (
        <Button size="compact-md" variant="default" onClick={onOpen}>
          {t.openWaiting}
        </Button>
      ) : null}
    </Group>
  );
}

type Given = { matrix: Matrix; open: (asked: Asked) => void };

function Grid({ matrix, open }: Given) {
  const t = useWords(matrixWords);
  const at = new Map(matrix.cells.map((cell) => [`${cell.slot} ${cell.agency}`, cell]));
  return (
    <WideTable
      label={t.title}
      region={t.region}
      corner={t.slot}
      columns={matrix.agencies.map(({ agencyReportId, name, hasFiled, isTaken }) => ({
        key: agencyReportId,
        label: name,
        ...(hasFiled ? (isTaken ? {} : { note: t.notTaken }) : { note: t.notFiled }),
      }))}
      rows={matrix.slots.map((slot, index) => ({
        key: slot.key,
        isHeading: !slot.writes,
        head: slot.writes ? (
          <button
            type="button"
            className="slot-button"
            aria-label={t.wholeSlot(`${slot.key}. ${slot.heading}`)}
            onClick={() => open({ slot: slot.key })}
          >
            {slot.key}. {slot.heading}
          </button>
        ) : (
          `${slot.key}. ${slot.heading}`
        ),
        cell: (column) => (
          <OneCell
            cell={at.get(`${index} ${column}`)}
            slot={slot.key}
            agency={matrix.agencies[column]!}
            open={() => open({ slot: slot.key, report: matrix.agencies[column]!.agencyReportId })}
          />
        ),
      }))}
    />
  );
}

/** '3 dùng, 1 gộp' of a cell. */
function useSaid() {
  const t = useWords(matrixWords);
  return ({ used, merged, aside, waiting }: Cell) =>
    [
      [used, t.used],
      [merged, t.merged],
      [aside, t.aside],
      [waiting, t.waitingShort],
    ]
      .filter(([n]) => n)
      .map(([n, name]) => `${n} ${name}`)
      .join(', ');
}

function OneCell({
  cell,
  slot,
  agency,
  open,
}: {
  cell: Cell | undefined;
  slot: string;
  agency: Matrix['agencies'][number];
  open: () => void;
}) {
  const t = useWords(matrixWords);
  const say = useSaid();
  if (!cell) return <span className="cell-empty">{agency.hasFiled ? t.nothing : t.notFiled}</span>;
  const said = say(cell);
  return (
    <button
      type="button"
      className="cell-button"
      data-waiting={cell.waiting || undefined}
      aria-label={t.cell(slot, agency.name, said)}
      onClick={open}
    >
      {said}
    </button>
  );
}

/** On a phone: headings one under the other, the agencies that said something under each. */
function BySlot({ matrix, open }: Given) {
  const t = useWords(matrixWords);
  const say = useSaid();
  const bySlot = Map.groupBy(matrix.cells, ({ slot }) => slot);
  const missing = matrix.agencies.filter(({ hasFiled }) => !hasFiled).map(({ name }) => name);
  return (
    <div className="paper" style={{ padding: 12 }}>
      {missing.length ? <Text fz="sm">{t.missing(missing.join('; '))}</Text> : null}
      {matrix.slots.map((slot, index) => {
        const cells = bySlot.get(index) ?? [];
        if (!slot.writes)
          return (
            <Text key={slot.key} fw={700} mt="sm">
              {slot.key}. {slot.heading}
            </Text>
          );
        return (
          <details key={slot.key} className="placed">
            <summary style={{ minHeight: 28, cursor: 'pointer' }}>
              {slot.key}. {slot.heading} ({cells.length ? t.agencies(cells.length) : t.nothing})
            </summary>
            {cells.length ? null : <Text fz="sm">{t.nobodyHere}</Text>}
            {cells.map((cell) => {
              const agency = matrix.agencies[cell.agency]!;
              return (
                <button
                  key={agency.agencyReportId}
                  type="button"
                  className="slot-button"
                  data-waiting={cell.waiting || undefined}
                  onClick={() => open({ slot: slot.key, report: agency.agencyReportId })}
                >
                  {agency.name}: {say(cell)}
                </button>
              );
            })}
          </details>
        );
      })}
    </div>
  );
}
