import { Group, Pagination, SegmentedControl, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Answer } from '#app/platform/contract.ts';
import { AsOfControl, AsOfNotice } from '#app/web/as-of.tsx';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { Empty, PageHeader, Waiting } from '#app/web/page-states.tsx';
import { showNumber } from '#app/web/show.ts';
import { CellsBar } from './cells-bar.tsx';
import { listDuties } from './duty.contract.ts';
import { dutyWords } from './duty.words.ts';
import { DutyCards } from './duty-cards.tsx';
import { DutyFilters } from './duty-filters.tsx';
import { DutyTable } from './duty-table.tsx';
import { type DutyView, useDutyView } from './duty-view.ts';
import './duties.css';

const PAGE = 50;

/** Duties by agency: what is filtered is counted in the four cells above, and the address keeps the view. */
export function DutiesPage() {
  const t = useWords(dutyWords);
  const { view, query, isAgencyPerson, change } = useDutyView();
  const { data } = useQuery({
    queryKey: ['duties', 'list', query],
    queryFn: () => call(listDuties, { query }),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <PageHeader title={t.title} lead={data ? t.found(showNumber(data.total)) : ' '}>
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
      {data ? <List data={data} view={view} change={change} whose={query.whose} /> : <Waiting />}
    </>
  );
}

type ListProps = {
  data: Answer<typeof listDuties>;
  view: DutyView;
  change: (change: Partial<DutyView>) => void;
  whose: 'mine' | 'all';
};

function List({ data, view, change, whose }: ListProps) {
  const t = useWords(dutyWords);
  const narrow = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false });
  if (!data.rows.length) {
    const filtered = view.text || view.agency || view.document || view.group || view.state || view.cell;
    return (
      <Empty title={t.emptyTitle}>
        <Text ta="center">{filtered ? t.emptyFiltered : whose === 'mine' ? t.emptyMine : t.emptyAll}</Text>
      </Empty>
    );
  }
  const pages = Math.ceil(data.total / PAGE);
  return (
    <>
      {narrow ? <DutyCards rows={data.rows} /> : <DutyTable rows={data.rows} view={view} change={change} />}
      {pages > 1 ? (
        <Group justify="center" mt="md">
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
