import { Group, Loader, Pagination, SegmentedControl, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense } from 'react';
import type { Answer } from '#app/platform/contract.ts';
import { AsOfControl, AsOfNotice } from '#app/web/as-of.tsx';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { Empty, PageHeader, Waiting } from '#app/web/page-states.tsx';
import { showNumber } from '#app/web/show.ts';
import { holds, useViewer } from '#app/web/viewer.ts';
import { Batches } from './bulk/batches.tsx';
import { BulkBar, type MorePlans } from './bulk/bulk-bar.tsx';
import { SelectionProvider } from './bulk/selection.tsx';
import { CellsBar } from './cells-bar.tsx';
import { listDuties } from './duty.contract.ts';
import { dutyWords } from './duty.words.ts';
import { DutyCards } from './duty-cards.tsx';
import { DutyFilters } from './duty-filters.tsx';
import { DutyTable } from './duty-table.tsx';
import { type DutyViewing, isNarrowed, useDutyView } from './duty-view.ts';
import { AllRows } from './views/all-rows.tsx';
import { ListTools } from './views/list-tools.tsx';
import { ModeSwitch } from './views/mode-switch.tsx';
import { SavedViews } from './views/saved/saved-views.tsx';
import './duties.css';
import './views/views.css';

const PAGE = 50;

/** Ways of looking besides the table; each loads when it is first opened. */
const ways = {
  board: lazy(async () => ({ default: (await import('./views/board/board.tsx')).Board })),
  matrix: lazy(async () => ({ default: (await import('./views/matrix/matrix.tsx')).Matrix })),
  calendar: lazy(async () => ({ default: (await import('./views/calendar/due-calendar.tsx')).DueCalendar })),
  gantt: lazy(async () => ({ default: (await import('./views/gantt/gantt.tsx')).Gantt })),
};

/** Duties by agency: what is filtered is counted in the four cells above, and the address keeps the view. */
export function DutiesPage({ useMore }: { useMore: MorePlans }) {
  const t = useWords(dutyWords);
  const viewing = useDutyView();
  const { view, query, isAgencyPerson, change } = viewing;
  const mayChoose = useMayChoose(view.asOf);
  const { data, isFetching } = useQuery({
    queryKey: ['duties', 'list', query],
    queryFn: () => call(listDuties, { query }),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <PageHeader title={t.title} lead={data ? t.found(showNumber(data.total)) : ' '}>
        {isFetching && data ? <Loader size="sm" aria-hidden /> : null}
        <AsOfControl />
        {isAgencyPerson ? (
          <SegmentedControl
            aria-label={t.whose}
            value={query.whose}
            onChange={(whose) => change({ whose: whose as 'mine' | 'all' })}
            data={[
              { value: 'mine', label: t.mine },
              { value: 'all', label: t.all },
            ]}
          />
        ) : null}
      </PageHeader>
      <AsOfNotice />
      {data ? (
        <>
          <CellsBar counts={data.cells} chosen={view.cell} choose={(cell) => change({ cell })} />
          {data.undated ? (
            <Text c="dimmed" fz="sm" mt={6}>
              {t.undated(showNumber(data.undated))}
            </Text>
          ) : null}
        </>
      ) : null}
      <DutyFilters view={view} change={change} />
      <div className="duty-bar no-print">
        <ModeSwitch view={view} />
        <Group gap={4}>
          {mayChoose ? <Batches /> : null}
          <SavedViews view={view} />
        </Group>
      </div>
      {data ? <Shown data={data} viewing={viewing} useMore={useMore} /> : <Waiting />}
    </>
  );
}

type Shown = { data: Answer<typeof listDuties>; viewing: DutyViewing; useMore: MorePlans };

function Shown({ data, viewing, useMore }: Shown) {
  const t = useWords(dutyWords);
  const { view, query } = viewing;
  if (!data.total) {
    return (
      <Empty title={t.emptyTitle}>
        <Text ta="center">
          {isNarrowed(view) ? t.emptyFiltered : query.whose === 'mine' ? t.emptyMine : t.emptyAll}
        </Text>
      </Empty>
    );
  }
  const Way = view.mode && view.mode !== 'table' ? ways[view.mode] : null;
  return Way ? (
    <Suspense fallback={<Waiting />}>
      <Way viewing={viewing} />
    </Suspense>
  ) : (
    <Choosing viewing={viewing}>
      <List data={data} viewing={viewing} />
      <BulkBar viewing={viewing} total={data.total} useMore={useMore} />
    </Choosing>
  );
}

/** Lines can be chosen by those who do something with them, today and not as of a past day. */
function useMayChoose(asOf: string | undefined): boolean {
  const viewer = useViewer();
  return !asOf && holds(viewer, 'focal-officer', 'leader', 'agency-focal', 'agency-head', 'staff');
}

function Choosing({ viewing: { view, filter }, children }: { viewing: DutyViewing; children: ReactNode }) {
  if (!useMayChoose(view.asOf)) return children;
  return <SelectionProvider of={JSON.stringify(filter)}>{children}</SelectionProvider>;
}

function List({ data, viewing }: Omit<Shown, 'useMore'>) {
  const t = useWords(dutyWords);
  const { view, columns, change } = viewing;
  const narrow = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false });
  const pages = Math.ceil(data.total / PAGE);
  if (view.rows === 'all' && !narrow)
    return (
      <>
        <ListTools viewing={viewing} />
        <AllRows viewing={viewing} total={data.total} />
      </>
    );
  return (
    <>
      <ListTools viewing={viewing} />
      {narrow ? (
        <DutyCards rows={data.rows} by={view.by} />
      ) : (
        <DutyTable rows={data.rows} view={view} columns={columns} change={change} />
      )}
      {pages > 1 ? (
        <Group justify="center" mt="md" className="no-print">
          <Pagination
            total={pages}
            value={view.page ?? 1}
            onChange={(page) => {
              change({ page });
              window.scrollTo({ top: 0 });
            }}
            size={narrow ? 'sm' : 'md'}
            siblings={narrow ? 0 : 1}
            aria-label={t.pages}
            getItemProps={(page) => ({ 'aria-label': t.page(page) })}
            withControls={false}
          />
        </Group>
      ) : null}
    </>
  );
}
