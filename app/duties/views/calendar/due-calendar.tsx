import { Anchor, Button, Group, Text, Title } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Answer } from '#app/platform/contract.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { Waiting } from '#app/web/page-states.tsx';
import { showDay, showNumber } from '#app/web/show.ts';
import { addDays, addMonths } from '#libraries/calendar/index.ts';
import type { DutyViewing } from '../../duty-view.ts';
import { PrintButton } from '../print-button.tsx';
import { listDaysOff } from '../views.contract.ts';
import { waysWords } from '../ways.words.ts';
import { shiftMonth, weeksOf } from './month.ts';

type Month = Answer<typeof listDaysOff>;
type Props = { viewing: DutyViewing };

/** Due days of a month, days off marked; the same as a list below. */
export function DueCalendar({ viewing }: Props) {
  const t = useWords(waysWords);
  const { filter, view, change } = viewing;
  const month = view.month ?? (view.asOf ?? officeDay(new Date())).slice(0, 7);
  const query = { ...filter, asOf: view.asOf };
  const { data, error } = useQuery({
    queryKey: ['duties', 'calendar', month, query],
    queryFn: () => call(listDaysOff, { params: { month }, query }),
    placeholderData: keepPreviousData,
  });
  if (error) throw error;
  const go = (by: number) => change({ month: shiftMonth(month, by) });
  return (
    <>
      <Group justify="space-between" mb="xs">
        <Title order={2} fz={19} aria-live="polite">
          {t.monthTitle(month)}
        </Title>
        <Group gap="xs" className="no-print">
          <Button size="xs" variant="default" onClick={() => go(-1)}>
            ← {t.previous}
          </Button>
          <Button size="xs" variant="default" onClick={() => change({ month: undefined })}>
            {t.thisMonth}
          </Button>
          <Button size="xs" variant="default" onClick={() => go(1)}>
            {t.next} →
          </Button>
          <PrintButton />
        </Group>
      </Group>
      <Text c="dimmed" fz="sm" mb="xs" className="no-print calendar-help">
        {t.calendarHelp}
      </Text>
      {data ? (
        <>
          <Grid month={month} data={data} viewing={viewing} go={go} />
          <DueList data={data} viewing={viewing} />
        </>
      ) : (
        <Waiting />
      )}
    </>
  );
}

const searchOf = ({ filter, view }: DutyViewing, day: string) =>
  ({ ...filter, waiting: view.waiting, asOf: view.asOf, dueFrom: day, dueTo: day }) as never;

type GridProps = Props & { month: string; data: Month; go: (by: number) => void };

function Grid({ month, data, viewing, go }: GridProps) {
  const t = useWords(waysWords);
  const table = useRef<HTMLTableElement>(null);
  const moved = useRef(false);
  const [chosen, choose] = useState<string | null>(null);
  const first = data.today.startsWith(month) ? data.today : `${month}-01`;
  const focused = chosen?.startsWith(month) ? chosen : first;
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }[event.key];
    const page = { PageUp: -1, PageDown: 1 }[event.key];
    if (!page && !step) return;
    const day = page ? addMonths(focused, page) : addDays(focused, step!);
    choose(day);
    moved.current = true;
    if (!day.startsWith(month)) go(day < focused ? -1 : 1);
    event.preventDefault();
  };
  // The day moved to may stand in a month that is drawn only now: the focus follows it there.
  useEffect(() => {
    if (!moved.current || focused !== chosen) return;
    moved.current = false;
    table.current?.querySelector<HTMLElement>(`[data-day="${focused}"]`)?.focus();
  }, [focused, chosen]);
  return (
    <table
      ref={table}
      className="paper due-calendar"
      aria-label={`${t.calendar}, ${t.monthTitle(month)}`}
      onKeyDown={onKeyDown}
    >
      <thead>
        <tr>
          {t.weekdays.split(',').map((name, at) => (
            <th key={name} scope="col" aria-label={name}>
              <span className="weekday-long">{name}</span>
              <span className="weekday-short">{t.weekdaysShort.split(',')[at]}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month).map((week) => (
          <tr key={week.find(Boolean)}>
            {week.map((day, at) => (
              <td
                key={day ?? at}
                data-off={data.daysOff.some((off) => off.day === day)}
                data-today={day === data.today}
              >
                {day ? <Day day={day} data={data} viewing={viewing} isFocused={day === focused} /> : null}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Day({
  day,
  data,
  viewing,
  isFocused,
}: {
  day: string;
  data: Month;
  viewing: DutyViewing;
  isFocused: boolean;
}) {
  const t = useWords(waysWords);
  const off = data.daysOff.find((one) => one.day === day);
  const due = data.due.find((one) => one.day === day);
  const said = [
    showDay(day),
    ...(day === data.today ? [t.today] : []),
    ...(off ? [off.name ?? t.dayOff] : []),
    ...(due ? [t.due(showNumber(due.total))] : []),
    ...(due?.late ? [t.late(showNumber(due.late))] : []),
  ].join(', ');
  return (
    <Link
      to="/duties"
      search={searchOf(viewing, day)}
      data-day={day}
      tabIndex={isFocused ? 0 : -1}
      aria-label={said}
    >
      <b>{Number(day.slice(8))}</b>
      {off?.name ? <span className="day-off-name">{off.name}</span> : null}
      {due ? <span className="day-due">{t.due(showNumber(due.total))}</span> : null}
      {due?.late ? <span className="late">{t.late(showNumber(due.late))}</span> : null}
    </Link>
  );
}

/** The same without the grid: each day with its duties. */
function DueList({ data, viewing }: { data: Month; viewing: DutyViewing }) {
  const t = useWords(waysWords);
  const FIRST = 5;
  return (
    <section aria-label={t.dueList} className="due-list">
      <Title order={2} fz={17} mt="lg" mb="xs">
        {t.dueList}
      </Title>
      {data.due.length ? null : <Text>{t.noneDue}</Text>}
      {data.due.map(({ day, total }) => {
        const rows = data.rows.filter((row) => row.dueOn === day).slice(0, FIRST);
        return (
          <div key={day}>
            <Title order={3} fz={15} mt="sm">
              <Anchor component={Link} to="/duties" search={searchOf(viewing, day)}>
                {t.dueOn(showDay(day))}
              </Anchor>
            </Title>
            <ul>
              {rows.map((row) => (
                <li key={row.id}>
                  <Anchor component={Link} to={`/duties/${row.id}`} underline="always">
                    {row.path} {row.symbol}
                  </Anchor>{' '}
                  {row.agencyName}: {row.text}
                </li>
              ))}
            </ul>
            {total > rows.length ? (
              <Text fz="sm" c="dimmed">
                {t.more(showNumber(total - rows.length))}
              </Text>
            ) : null}
          </div>
        );
      })}
    </section>
  );
}
