import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useWords } from '#app/web/language.tsx';
import { useAsOf } from '#app/web/use-as-of.ts';
import type { DutyRow } from './duty.contract.ts';
import { dutyWords } from './duty.words.ts';
import { DueOn, DutyAgencies, DutyState, excerptOf } from './duty-cell.tsx';

/** The list on a phone: one card a duty. */
export function DutyCards({ rows }: { rows: DutyRow[] }) {
  const { asOf } = useAsOf();
  const t = useWords(dutyWords);
  return (
    <ul className="duty-cards" aria-label={t.title}>
      {rows.map((row) => (
        <li key={row.id + (row.takenOverFrom ?? '')} className="paper" style={{ padding: 14 }}>
          <div style={{ display: 'flex', justifyContent: 'space-between', gap: 12 }}>
            <Anchor
              component={Link}
              to={`/duties/${row.id}`}
              search={(asOf ? { asOf } : {}) as never}
              fw={600}
            >
              {row.path || row.position} <span className="duty-soft">{row.symbol}</span>
            </Anchor>
            <div style={{ textAlign: 'right' }}>
              <DueOn row={row} cell={row.cell} />
            </div>
          </div>
          <p style={{ margin: '6px 0' }}>
            {row.isRequest ? <b>{t.request}: </b> : null}
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
