import { Checkbox, Table } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { KeyboardEvent } from 'react';
import { useWords } from '#app/web/language.tsx';
import type { DutyRow } from '../duty.contract.ts';
import { bulkWords } from './bulk.words.ts';
import { focusRow, placeOfRow } from './list-keys.ts';
import { useSelection } from './selection.tsx';

type Props = {
  row: Pick<DutyRow, 'id' | 'path' | 'position' | 'symbol'>;
  at: number;
  shown: readonly string[];
};

/** The box of one line: Space ticks it, arrows go on, with Shift they tick on, Enter opens the duty. */
export function SelectBox({ row, at, shown }: Props) {
  const t = useWords(bulkWords);
  const selection = useSelection();
  const navigate = useNavigate();
  if (!selection) return null;
  const keys = (event: KeyboardEvent<HTMLInputElement>) => {
    const { key } = event;
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      if (event.shiftKey) selection.extendTo(row.id, at);
      const next = focusRow(key === 'ArrowDown' ? 1 : -1);
      if (event.shiftKey && next?.dataset.id) selection.extendTo(next.dataset.id, placeOfRow(next));
    } else if (key === 'Enter') void navigate({ to: `/duties/${row.id}` });
    else if (key === 'Escape') selection.clear();
    else if (key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) selection.add(shown);
    else return;
    event.preventDefault();
  };
  return (
    <Checkbox
      data-row-box={at}
      data-id={row.id}
      aria-label={t.choose(`${row.path || row.position} ${row.symbol ?? ''}`.trim())}
      checked={selection.ids.has(row.id)}
      onChange={(event) =>
        (event.nativeEvent as MouseEvent).shiftKey
          ? selection.extendTo(row.id, at)
          : selection.toggle(row.id, at)
      }
      onKeyDown={keys}
    />
  );
}

export function SelectCell(props: Props) {
  const selection = useSelection();
  return selection ? (
    <Table.Td className="row-box no-print">
      <SelectBox {...props} />
    </Table.Td>
  ) : null;
}

/** Ticks all the lines that are shown; `shown` null: the box stands for more than is loaded and is left out. */
export function SelectHead({ shown }: { shown: readonly string[] | null }) {
  const t = useWords(bulkWords);
  const selection = useSelection();
  if (!selection) return null;
  const many = shown?.filter((id) => selection.ids.has(id)).length ?? 0;
  const isAll = shown !== null && shown.length > 0 && many === shown.length;
  return (
    <Table.Th scope="col" w={44} className="row-box no-print">
      {shown ? (
        <Checkbox
          aria-label={t.chooseShown}
          checked={isAll}
          indeterminate={many > 0 && !isAll}
          onChange={() => (isAll ? selection.remove(shown) : selection.add(shown))}
        />
      ) : (
        <span className="visually-hidden">{t.chooseColumn}</span>
      )}
    </Table.Th>
  );
}
