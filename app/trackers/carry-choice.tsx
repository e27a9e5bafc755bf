import { Select, Text } from '@mantine/core';
import { useWords } from '#app/web/language.tsx';
import { showDay } from '#app/web/show.ts';
import type { Carry, RowChoice, TrackerRowShown } from './tracker.contract.ts';
import { trackerWords } from './tracker.words.ts';

/** Can what the row says of its progress be written, when the row is done as `as`? */
export function isCarried({ progress, kind }: TrackerRowShown, as: RowChoice['as'] | null): boolean {
  if (!progress || progress.said === 'none' || kind === 'error' || as === 'skip') return false;
  return as === 'new' || progress.writable === 'open';
}

type Props = {
  row: TrackerRowShown;
  as: RowChoice['as'] | null;
  carried: Carry['as'] | null;
  carry: (row: number, as: Carry['as'] | null) => void;
};

/** What the column of progress says, and whether it is written to the duty's log: left alone unless chosen. */
export function CarryChoice({ row, as, carried, carry }: Props) {
  const t = useWords(trackerWords);
  const { progress } = row;
  if (!progress || as === 'skip') return null;
  const day = progress.doneOn ? t.doneOn(showDay(progress.doneOn)) : '';
  if (!isCarried(row, as))
    return (
      <Text fz="sm" className="tracker-soft" mt={4}>
        {t.progress(progress.words)}
        {progress.said === 'none'
          ? t.notBegun
          : progress.writable === 'known'
            ? t.knownProgress
            : t.closedPart}
      </Text>
    );
  const options = [
    { value: 'no', label: t.carry.no },
    { value: 'entry', label: t.carry.entry },
    ...(progress.said === 'done' ? [{ value: 'done', label: t.carry.done }] : []),
  ];
  return (
    <Select
      mt={6}
      label={t.progress(progress.words) + day}
      aria-label={t.carryOf(row.row)}
      data={options}
      value={carried ?? 'no'}
      allowDeselect={false}
      onChange={(value) => carry(row.row, value === 'entry' || value === 'done' ? value : null)}
    />
  );
}
