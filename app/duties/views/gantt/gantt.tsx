import { Anchor, Button, Group, Pagination, Table, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useRef, useState } from 'react';
import { call } from '#app/web/call.ts';
import { useLanguage, useWords } from '#app/web/language.tsx';
import { Waiting } from '#app/web/page-states.tsx';
import { usePrinting } from '#app/web/printing.ts';
import { ScrollRegion } from '#app/web/scroll-region.tsx';
import { showDay, showNumber } from '#app/web/show.ts';
import { addDays } from '#libraries/calendar/index.ts';
import { dutyWords } from '../../duty.words.ts';
import type { DutyViewing } from '../../duty-view.ts';
import { stateWords } from '../../duty-words-of-state.ts';
import { PrintButton } from '../print-button.tsx';
import { type DutySpan, listSpans } from '../views.contract.ts';
import { waysWords } from '../ways.words.ts';
import { type Scale, scaleOf, stretchesOf } from './gantt-scale.ts';

const SHOWN = 100;
const ROW = 34;
const TOP = 28;
const NAMES = 250;
const WIDTH = 1080;

/** Duties along time: from the day given to the due day, late and waiting parts marked, today's line; or as a table. */
export function Gantt({ viewing }: { viewing: DutyViewing }) {
  const t = useWords(waysWords);
  const d = useWords(dutyWords);
  const printing = usePrinting();
  const [asTable, setAsTable] = useState(false);
  const page = viewing.view.page ?? 1;
  // Along time: what has a day stands before what has none, unless another order was asked for.
  const query = { ...viewing.lines, sort: viewing.lines.sort ?? 'due', page, size: SHOWN };
  const { data, error } = useQuery({
    queryKey: ['duties', 'spans', query],
    queryFn: () => call(listSpans, { query }),
    placeholderData: keepPreviousData,
  });
  if (error && !data) throw error;
  if (!data) return <Waiting />;
  const pages = Math.ceil(data.total / SHOWN);
  const scale = scaleOf(data.rows, data.today);
  const sheets = printing ? sheetsOf(data.rows) : [data.rows];
  const first = (page - 1) * SHOWN;
  return (
    <>
      <Text c="dimmed" fz="sm" mb="xs">
        {asTable ? null : t.ganttHelp} {asTable ? null : <span className="no-print">{t.ganttKeys}</span>}{' '}
        {pages > 1
          ? t.rowsOf(showNumber(first + 1), showNumber(first + data.rows.length), showNumber(data.total))
          : null}
      </Text>
      <Group gap="xs" mb="xs" className="no-print">
        <Button size="xs" variant="default" onClick={() => setAsTable(!asTable)}>
          {asTable ? t.asChart : t.asTable}
        </Button>
        <PrintButton />
      </Group>
      {asTable
        ? null
        : sheets.map((rows) => (
            <Chart key={rows[0]?.id ?? ''} rows={rows} scale={scale} today={data.today} />
          ))}
      <div className={asTable ? 'paper gantt-table' : 'visually-hidden'}>
        <SpanTable rows={data.rows} isShown={asTable} />
      </div>
      {pages > 1 ? (
        <Group justify="center" mt="md" className="no-print">
          <Pagination
            total={pages}
            value={page}
            onChange={(wanted) => viewing.change({ page: wanted })}
            siblings={0}
            aria-label={d.pages}
            getItemProps={(wanted) => ({ 'aria-label': d.page(wanted) })}
            withControls={false}
          />
        </Group>
      ) : null}
    </>
  );
}

/** Rows that fit a sheet of paper, the first below the heading, so that none is cut between two. */
const FIRST_SHEET = 11;
const SHEET = 18;
function sheetsOf(rows: DutySpan[]): DutySpan[][] {
  const sheets = [rows.slice(0, FIRST_SHEET)];
  for (let at = FIRST_SHEET; at < rows.length; at += SHEET) sheets.push(rows.slice(at, at + SHEET));
  return sheets;
}

function Chart({ rows, scale, today }: { rows: DutySpan[]; scale: Scale; today: string }) {
  const t = useWords(waysWords);
  const navigate = useNavigate();
  const svg = useRef<SVGSVGElement>(null);
  const [chosen, choose] = useState(0);
  const x = (day: string) => NAMES + scale.at(day) * (WIDTH - NAMES);
  const height = TOP + rows.length * ROW;
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (event.key === 'Enter') void navigate({ to: `/duties/${rows[chosen]?.id}` });
    else if (step) {
      const next = Math.min(rows.length - 1, Math.max(0, chosen + step));
      choose(next);
      svg.current?.querySelector<SVGElement>(`[data-at="${next}"]`)?.focus();
    } else return;
    event.preventDefault();
  };
  return (
    <ScrollRegion className="paper gantt print-wide unbroken" label={t.gantt}>
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing of many links is a group of them */}
      <svg
        ref={svg}
        viewBox={`0 0 ${WIDTH} ${height}`}
        width={WIDTH}
        height={height}
        role="group"
        aria-label={t.gantt}
        onKeyDown={onKeyDown}
      >
        <defs>
          <pattern
            id="gantt-late"
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="6" height="6" className="gantt-late-ground" />
            <rect width="3" height="6" className="gantt-late-line" />
          </pattern>
          <pattern id="gantt-wait" width="6" height="6" patternUnits="userSpaceOnUse">
            <circle cx="3" cy="3" r="1.6" className="gantt-wait-dot" />
          </pattern>
        </defs>
        <Months scale={scale} x={x} height={height} />
        {rows.map((row, at) => (
          <BarOf
            key={row.id}
            row={row}
            at={at}
            today={today}
            x={x}
            isChosen={at === chosen}
            choose={choose}
          />
        ))}
        <line x1={x(today)} x2={x(today)} y1={TOP - 8} y2={height} className="gantt-today" />
      </svg>
    </ScrollRegion>
  );
}

type Placed = { x: (day: string) => number };

function Months({ scale, x, height }: Placed & { scale: Scale; height: number }) {
  const each = Math.ceil(scale.months.length / 12);
  return (
    <g>
      {scale.months.map((month, at) => (
        <g key={month}>
          <line x1={x(month)} x2={x(month)} y1={TOP - 6} y2={height} className="gantt-grid" />
          {at % each === 0 ? (
            <text x={x(month) + 4} y={16} className="gantt-words">
              {month.slice(5, 7)}/{month.slice(0, 4)}
            </text>
          ) : null}
        </g>
      ))}
    </g>
  );
}

type BarProps = Placed & {
  row: DutySpan;
  at: number;
  today: string;
  isChosen: boolean;
  choose: (at: number) => void;
};

function BarOf({ row, at, today, x, isChosen, choose }: BarProps) {
  const t = useWords(waysWords);
  const d = useWords(dutyWords);
  const navigate = useNavigate();
  const y = TOP + at * ROW;
  const said = t.bar(
    `${row.path} ${row.symbol ?? ''}`,
    row.agencyName ?? '',
    showDay(row.givenOn),
    row.dueOn ? showDay(row.dueOn) : t.noDue,
    d.cells[row.cell],
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: an HTML link cannot stand in a drawing; Enter is heard by the chart
    <g
      role="link"
      tabIndex={isChosen ? 0 : -1}
      data-at={at}
      aria-label={said}
      className="gantt-row"
      onFocus={() => choose(at)}
      onClick={() => void navigate({ to: `/duties/${row.id}` })}
      onKeyDown={() => undefined}
    >
      <title>{said}</title>
      <rect x={0} y={y} width={WIDTH} height={ROW} className="gantt-ground" />
      <text x={8} y={y + 15} className="gantt-words gantt-path">
        {row.path} {row.symbol}
      </text>
      <text x={8} y={y + 28} className="gantt-words gantt-agency">
        {cutToFit(row.agencyName ?? '')}
      </text>
      {stretchesOf(row, today).map(({ kind, from, to }) => (
        <rect
          key={kind}
          x={x(from)}
          y={y + (kind === 'wait' ? 20 : 9)}
          width={Math.max(3, x(addDays(to, 1)) - x(from))}
          height={kind === 'wait' ? 8 : 15}
          rx={2}
          className={`gantt-${kind}`}
          data-done={row.state === 'completed'}
          data-undated={!row.dueOn}
        />
      ))}
    </g>
  );
}

/** Letters of an agency's name that fit beside the bars. */
const FITS = 36;
const cutToFit = (name: string) => (name.length > FITS ? `${name.slice(0, FITS).trimEnd()}…` : name);

/** What the chart shows, for who reads rather than looks. */
function SpanTable({ rows, isShown }: { rows: DutySpan[]; isShown: boolean }) {
  const t = useWords(waysWords);
  const { language } = useLanguage();
  const day = (given: string | null) => (given ? showDay(given) : '–');
  return (
    <Table aria-label={t.gantt}>
      <Table.Thead>
        <Table.Tr>
          {[t.duty, t.agency, t.given, t.dueDay, t.done, t.waitingSince, t.state].map((name) => (
            <Table.Th key={name} scope="col">
              {name}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={row.id}>
            <Table.Th scope="row" fw={400}>
              {isShown ? (
                <Anchor component={Link} to={`/duties/${row.id}`}>
                  {row.path} {row.symbol}
                </Anchor>
              ) : (
                `${row.path} ${row.symbol ?? ''}`
              )}
            </Table.Th>
            <Table.Td>{row.agencyName}</Table.Td>
            <Table.Td>{day(row.givenOn)}</Table.Td>
            <Table.Td>{row.dueOn ? day(row.dueOn) : t.noDue}</Table.Td>
            <Table.Td>{day(row.completedOn)}</Table.Td>
            <Table.Td>{day(row.stoppedOn)}</Table.Td>
            <Table.Td>{stateWords[language][row.state]}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
