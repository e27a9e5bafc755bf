import { Anchor, Button, Select, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useWords } from '#app/web/language.tsx';
import { showDay } from '#app/web/show.ts';
import { CarryChoice } from './carry-choice.tsx';
import type { Carry, RowChoice, TrackerRowShown } from './tracker.contract.ts';
import { trackerWords } from './tracker.words.ts';

export type Chosen = Record<number, RowChoice['as']>;
export type Carried = Record<number, Carry['as']>;
type Props = {
  rows: TrackerRowShown[];
  chosen: Chosen;
  choose: (row: number, as: RowChoice['as']) => void;
  carried: Carried;
  carry: (row: number, as: Carry['as'] | null) => void;
};

/** What a row is done as, unless a person says otherwise; null: a person has to. */
export const usualChoice = ({ kind }: Pick<TrackerRowShown, 'kind'>): RowChoice['as'] | null =>
  (({ new: 'new', same: 'same', changed: 'change', alike: null, error: 'skip' }) as const)[kind];

const order = { alike: 0, error: 1, changed: 2, new: 3, same: 4 };
const FIRST = 100;

/** Each row beside the duty that is there, those that need a word first. */
export function RowsTable({ rows, chosen, choose, carried, carry }: Props) {
  const t = useWords(trackerWords);
  const [all, setAll] = useState(false);
  const sorted = rows.toSorted((a, b) => order[a.kind] - order[b.kind] || a.row - b.row);
  const shown = all ? sorted : sorted.slice(0, FIRST);
  return (
    <>
      <ul className="tracker-rows" aria-label={t.rows}>
        {shown.map((row) => (
          <Row
            key={row.row}
            row={row}
            as={chosen[row.row] ?? usualChoice(row)}
            choose={choose}
            carried={carried[row.row] ?? null}
            carry={carry}
          />
        ))}
      </ul>
      {shown.length < rows.length ? (
        <Button variant="subtle" onClick={() => setAll(true)}>
          {t.all(rows.length)}
        </Button>
      ) : null}
    </>
  );
}

type RowProps = {
  row: TrackerRowShown;
  as: RowChoice['as'] | null;
  choose: Props['choose'];
  carried: Carry['as'] | null;
  carry: Props['carry'];
};

function Row({ row, as, choose, carried, carry }: RowProps) {
  const t = useWords(trackerWords);
  const options = (row.match ? (['same', 'change', 'new', 'skip'] as const) : (['new', 'skip'] as const)).map(
    (value) => ({ value, label: t.choices[value] }),
  );
  return (
    <li className="paper tracker-row">
      <div className="tracker-side">
        <Text fz="sm">
          <b>{t.row(row.row)}</b> · {t.kinds[row.kind]}
        </Text>
        <Text className="document-text">{[row.path, row.text].filter(Boolean).join('. ')}</Text>
        <Text fz="sm" className="tracker-soft">
          {[
            row.holders.length ? t.holders(row.holders.join('; ')) : null,
            row.coordinators.length ? t.coordinators(row.coordinators.join('; ')) : null,
            row.deadline
              ? t.due(row.deadline.words, row.deadline.due ? showDay(row.deadline.due) : t.noDay)
              : null,
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
        {row.errors.map(({ cell, message }) => (
          <Text key={cell + message} fz="sm" className="late">
            {message}
          </Text>
        ))}
      </div>
      {row.match ? (
        <div className="tracker-side">
          <Text fz="sm">
            <b>{t.there}</b>
          </Text>
          <Anchor component={Link} to={`/duties/${row.match.id}`} className="document-text">
            {[row.match.path, row.match.text].filter(Boolean).join('. ')}
          </Anchor>
          <Text fz="sm" className="tracker-soft">
            {[
              row.match.symbol,
              row.match.agencies.join('; '),
              t.dueNow(row.match.dueOn ? showDay(row.match.dueOn) : t.noDay),
            ]
              .filter(Boolean)
              .join(' · ')}
          </Text>
        </div>
      ) : null}
      {row.kind === 'error' ? null : (
        <div className="tracker-choice">
          {as ? null : (
            <Text fz="sm" className="late">
              {t.mustChoose}
            </Text>
          )}
          <Select
            aria-label={t.choice(row.row)}
            placeholder={t.mustChoose}
            data={options}
            value={as}
            allowDeselect={false}
            onChange={(value) => value && choose(row.row, value)}
          />
          <CarryChoice row={row} as={as} carried={carried} carry={carry} />
        </div>
      )}
    </li>
  );
}
