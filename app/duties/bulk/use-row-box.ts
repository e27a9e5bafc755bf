import { useNavigate } from '@tanstack/react-router';
import type { ChangeEvent, KeyboardEvent } from 'react';
import { useWords } from '#app/web/language.tsx';
import type { DutyRow } from '../duty.contract.ts';
import { bulkWords } from './bulk.words.ts';
import { focusRow, placeOfRow } from './list-keys.ts';
import { useSelection } from './selection.tsx';

export type BoxOf = {
  row: Pick<DutyRow, 'id' | 'path' | 'position' | 'symbol'>;
  at: number;
  /** Lines that Ctrl+A ticks. */
  shown: () => readonly string[];
};

/**
 * What the box of one line does: Space ticks it, arrows go on, with Shift they tick on, Enter opens the duty. null where
 * nothing can be chosen.
 */
export function useRowBox({ row, at, shown }: BoxOf) {
  const t = useWords(bulkWords);
  const selection = useSelection();
  const navigate = useNavigate();
  if (!selection) return null;
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const { key } = event;
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      if (event.shiftKey) selection.extendTo(row.id, at);
      const next = focusRow(key === 'ArrowDown' ? 1 : -1);
      if (event.shiftKey && next?.dataset.id) selection.extendTo(next.dataset.id, placeOfRow(next));
    } else if (key === 'Enter') void navigate({ to: `/duties/${row.id}` });
    else if (key === 'Escape') selection.clear();
    else if (key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) selection.add(shown());
    else return;
    event.preventDefault();
  };
  return {
    'data-row-box': at,
    'data-id': row.id,
    'aria-label': t.choose(`${row.path || row.position} ${row.symbol ?? ''}`.trim()),
    checked: selection.ids.has(row.id),
    onChange: (event: ChangeEvent<HTMLInputElement>) =>
      (event.nativeEvent as MouseEvent).shiftKey
        ? selection.extendTo(row.id, at)
        : selection.toggle(row.id, at),
    onKeyDown,
  };
}
