import { useLanguage, useWords } from '#app/web/language.tsx';
import { showDay } from '#app/web/show.ts';
import type { DutyRow } from './duty.contract.ts';
import { dutyWords } from './duty.words.ts';
import { sayState, stateWords } from './duty-words-of-state.ts';
import type { Cell } from './four-cells.ts';
import { handoverWords } from './handover.words.ts';
import { isWorrying } from './signal/signal.ts';
import { signalWords } from './signal/signal.words.ts';

const EXCERPT = 160;

/** The first words of a duty, cut between words. */
export function excerptOf(text: string): string {
  if (text.length <= EXCERPT) return text;
  const cut = text.slice(0, EXCERPT + 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), EXCERPT - 30)).trimEnd()} …`;
}

/** Says that words are a request where they do not say so themselves. */
export function RequestMark({ row }: { row: Pick<DutyRow, 'isRequest' | 'text'> }) {
  const t = useWords(dutyWords);
  return row.isRequest && !/^\s*đề nghị/iu.test(row.text) ? <b>{t.request}: </b> : null;
}

/** Who holds it and who cooperates, each with its own state. */
export function DutyAgencies({ row }: { row: DutyRow }) {
  const t = useWords(dutyWords);
  const h = useWords(handoverWords);
  const s = useWords(signalWords);
  const { language } = useLanguage();
  const groups = [
    { role: 'holder', label: row.summary.led ? t.leads : t.takesPart, unnamed: row.unnamedHolders },
    { role: 'coordinator', label: t.coordinates, unnamed: row.unnamedCoordinators },
  ] as const;
  return (
    <ul className="duty-agencies">
      {groups.map(({ role, label, unnamed }) => {
        const parts = row.parts.filter((part) => part.role === role);
        const total = row.summary[role === 'holder' ? 'holders' : 'coordinators'].total;
        if (!parts.length && !unnamed.length) return null;
        return (
          <li key={role}>
            <span className="duty-soft">{label}: </span>
            {parts.map((part, index) => (
              <span key={part.id}>
                {index ? '; ' : ''}
                {part.agencyName}{' '}
                <span className="duty-soft">
                  ({part.firstAgencyName ? `${h.takenOver(part.firstAgencyName)}, ` : ''}
                  {stateWords[language][part.state]}
                  {part.signal && !isWorrying(part.signal) ? `, ${s.levels[part.signal]}` : ''})
                </span>
                {part.signal && isWorrying(part.signal) ? <b> {s.levels[part.signal]}</b> : null}
              </span>
            ))}
            {total > parts.length ? <span> {t.more(total - parts.length)}</span> : null}
            {unnamed.map((name, index) => (
              <span key={name} className="duty-soft">
                {parts.length || index ? '; ' : ''}
                {name}
              </span>
            ))}
          </li>
        );
      })}
    </ul>
  );
}

export function DueOn({
  row,
  cell,
}: {
  row: Pick<DutyRow, 'dueOn' | 'deadlineWords' | 'isRequest'>;
  cell: Cell;
}) {
  const t = useWords(dutyWords);
  return (
    <>
      <div className={cell.endsWith('late') ? 'late' : undefined}>
        {row.dueOn ? showDay(row.dueOn) : t.undatedShort}
      </div>
      {!row.dueOn && row.deadlineWords ? <div className="duty-soft">“{row.deadlineWords}”</div> : null}
    </>
  );
}

/** The state in words, then the cell it is counted in. */
export function DutyState({ row, withCell = true }: { row: DutyRow; withCell?: boolean }) {
  const t = useWords(dutyWords);
  const { language } = useLanguage();
  const said = sayState(row.summary, language);
  return (
    <>
      <div>{said.charAt(0).toUpperCase() + said.slice(1)}</div>
      {withCell ? (
        <div className={row.cell.endsWith('late') ? 'late' : 'duty-soft'}>{t.cells[row.cell]}</div>
      ) : null}
    </>
  );
}
