import { SegmentedControl, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useWords } from '#app/web/language.tsx';
import { Empty } from '#app/web/page-states.tsx';
import { documentWords } from '../document.words.ts';
import { isDoubtful } from '../doubt.ts';
import { type CardActions, DutyCard } from './duty-card.tsx';
import type { ShownDuty } from './use-review.ts';

export type DutyOrder = 'text' | 'doubts' | 'open';

/** Duties as the list shows them: as in the text, those to look at closely first, or only those still to confirm. What was added and taken back is gone. */
export function arrangeDuties(all: ShownDuty[], order: DutyOrder, current: string | null): ShownDuty[] {
  const duties = all.filter((duty) => !(duty.added && duty.removed));
  if (order === 'open') return duties.filter((one) => one.id === current || !(one.confirmed || one.removed));
  if (order === 'doubts') return duties.toSorted((a, b) => Number(isDoubtful(b)) - Number(isDoubtful(a)));
  return duties;
}

export function DutyList({
  duties,
  all,
  order,
  onOrder,
  current,
  editing,
  splitting,
  mayReview,
  actions,
}: {
  /** Arranged. */
  duties: ShownDuty[];
  all: ShownDuty[];
  order: DutyOrder;
  onOrder: (order: DutyOrder) => void;
  current: string | null;
  editing: boolean;
  splitting: boolean;
  mayReview: boolean;
  actions: CardActions;
}) {
  const t = useWords(documentWords);
  const bodies = useMemo(
    () => [...new Set(all.flatMap((duty) => [...duty.holders, ...duty.coordinators]))].sort(),
    [all],
  );
  return (
    <>
      <SegmentedControl
        size="xs"
        mb="xs"
        aria-label={t.order}
        value={order}
        onChange={(value) => onOrder(value as DutyOrder)}
        data={(['text', 'doubts', 'open'] as const).map((value) => ({ value, label: t.orders[value] }))}
      />
      {all.length === 0 ? (
        <Empty title={t.noDutiesRead}>
          {mayReview ? <Text c="dimmed">{t.noDutiesReadHelp}</Text> : null}
        </Empty>
      ) : duties.length === 0 ? (
        <Empty title={t.allDone}>
          <Text c="dimmed">{t.allDoneHelp}</Text>
        </Empty>
      ) : (
        <ol className="duty-list">
          {duties.map((duty) => (
            <DutyCard
              key={duty.id}
              duty={duty}
              current={duty.id === current}
              editing={editing && duty.id === current}
              splitting={splitting && duty.id === current}
              mayReview={mayReview}
              bodies={bodies}
              actions={actions}
            />
          ))}
        </ol>
      )}
    </>
  );
}
