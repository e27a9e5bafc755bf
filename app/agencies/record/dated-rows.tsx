import { Button, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { Period } from '#app/agencies/period.ts';
import { DatedRow } from './facts.tsx';
import { RemoveRow } from './remove-row.tsx';

type Row = Period & { id: string };
type Doing<R> = { what: 'add' } | { what: 'edit' | 'remove'; row: R } | null;

type Given<R> = {
  rows: R[];
  day: string;
  mayKeep: boolean;
  none?: string;
  add: string;
  /** How a row reads. */
  say: (row: R) => { label: string; note: string; shown?: ReactNode; strong?: boolean };
  /** The form of a row; null: of a new one. */
  form: (row: R | null, close: () => void) => ReactNode;
  removeSure: (row: R) => string;
  remove: (row: R) => Promise<unknown>;
};

/** Rows of an agency with their days; the keeper adds, corrects, closes and takes out mistakes. */
export function DatedRows<R extends Row>({ rows, day, mayKeep, none, add, say, ...given }: Given<R>) {
  const [doing, setDoing] = useState<Doing<R>>(null);
  const close = () => setDoing(null);
  const acts = (row: R) =>
    mayKeep
      ? { edit: () => setDoing({ what: 'edit', row }), remove: () => setDoing({ what: 'remove', row }) }
      : {};
  return (
    <>
      {rows.length || !none ? (
        <ul className="agency-dated-rows">
          {rows.map((row) => (
            <DatedRow key={row.id} row={row} day={day} {...say(row)} {...acts(row)} />
          ))}
        </ul>
      ) : (
        <Text c="dimmed">{none}</Text>
      )}
      {mayKeep ? (
        <Button
          mt="sm"
          variant="default"
          leftSection={<IconPlus size={16} />}
          onClick={() => setDoing({ what: 'add' })}
        >
          {add}
        </Button>
      ) : null}
      {doing?.what === 'add' ? given.form(null, close) : null}
      {doing?.what === 'edit' ? given.form(doing.row, close) : null}
      {doing?.what === 'remove' ? (
        <RemoveRow
          question={given.removeSure(doing.row)}
          remove={() => given.remove(doing.row)}
          close={close}
        />
      ) : null}
    </>
  );
}
