import { Checkbox, Table } from '@mantine/core';
import { useWords } from '#app/web/language.tsx';
import { bulkWords } from './bulk.words.ts';
import { useSelection } from './selection.tsx';
import { type BoxOf, useRowBox } from './use-row-box.ts';

type Props = Pick<BoxOf, 'row' | 'at'> & { shown: readonly string[] };

/** The box of one line. */
export function SelectBox({ row, at, shown }: Props) {
  const box = useRowBox({ row, at, shown: () => shown });
  return box ? <Checkbox {...box} /> : null;
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
