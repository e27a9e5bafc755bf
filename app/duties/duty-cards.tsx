import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useLanguage, useWords } from '#app/web/language.tsx';
import { useAsOf } from '#app/web/use-as-of.ts';
import { SelectBox } from './bulk/select-box.tsx';
import { useSelection } from './bulk/selection.tsx';
import type { DutyRow, groupings } from './duty.contract.ts';
import { dutyWords } from './duty.words.ts';
import { DueOn, DutyAgencies, DutyState, excerptOf, RequestMark } from './duty-cell.tsx';
import { sayGroup } from './views/say-group.ts';

/** The list on a phone: one card a duty. */
export function DutyCards({ rows, by }: { rows: DutyRow[]; by?: (typeof groupings)[number] | undefined }) {
  const { language } = useLanguage();
  const { asOf } = useAsOf();
  const t = useWords(dutyWords);
  const selection = useSelection();
  const shown = rows.map(({ id }) => id);
  useEffect(() => selection?.setRows(async (from, to) => rows.slice(from, to + 1).map(({ id }) => id)));
  return (
    <ul className="duty-cards" aria-label={t.title}>
      {rows.map((row, at) => (
        <li key={row.id + (row.takenOverFrom ?? '')} className="paper" style={{ padding: 14 }}>
          {by && (at === 0 || row.groupedUnder !== rows[at - 1]!.groupedUnder) ? (
            <p className="duty-card-group">{sayGroup(by, row.groupedUnder, row.symbol, language)}</p>
          ) : null}
          <div style={{ display: 'flex', justifyContent: 'space-between', gap: 12 }}>
            <SelectBox row={row} at={at} shown={shown} />
            <Anchor
              component={Link}
              to={`/duties/${row.id}`}
              search={(asOf ? { asOf } : {}) as never}
              fw={600}
              mr="auto"
            >
              {row.path || row.position} <span className="duty-soft">{row.symbol}</span>
            </Anchor>
            <div style={{ textAlign: 'right' }}>
              <DueOn row={row} cell={row.cell} />
            </div>
          </div>
          <p style={{ margin: '6px 0' }}>
            <RequestMark row={row} />
            {excerptOf(row.text)}
          </p>
          <DutyAgencies row={row} />
          <div style={{ marginTop: 6 }}>
            <DutyState row={row} />
          </div>
        </li>
      ))}
    </ul>
  );
}
