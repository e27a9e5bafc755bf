import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useWords } from '#app/web/language.tsx';
import { showDay } from '#app/web/show.ts';
import type { DutyShown } from './duty.contract.ts';
import { dutyWords } from './duty.words.ts';

/** When, what and to whom, each with the words it was read from. */
export function DutyFacts({ duty }: { duty: DutyShown }) {
  const t = useWords(dutyWords);
  return (
    <dl className="duty-facts">
      <dt>{t.due}</dt>
      <dd>
        <Due duty={duty} />
      </dd>
      {duty.product ? (
        <>
          <dt>{t.product}</dt>
          <dd>{duty.product}</dd>
        </>
      ) : null}
      {duty.reportTo ? (
        <>
          <dt>{t.reportTo}</dt>
          <dd>{duty.reportTo}</dd>
        </>
      ) : null}
      {duty.taskGroups.length ? (
        <>
          <dt>{t.serves}</dt>
          <dd>
            {duty.taskGroups.map((group) => (
              <div key={group.path}>
                <Anchor
                  component={Link}
                  underline="always"
                  to="/duties"
                  search={{ document: duty.documentId, group: group.path, whose: 'all' } as never}
                >
                  {group.path}
                </Anchor>
                {group.start ? `. ${group.start}` : null}
              </div>
            ))}
          </dd>
        </>
      ) : null}
    </dl>
  );
}

const upper = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

function Due({ duty }: { duty: DutyShown }) {
  const t = useWords(dutyWords);
  const { dueOn, firstDueOn, deadlineWords, dueSource, isRequest, cell } = duty;
  return (
    <>
      {dueOn ? (
        <b className={cell.endsWith('late') ? 'late' : undefined}>{showDay(dueOn)}</b>
      ) : isRequest ? null : (
        <span>{t.noDue}</span>
      )}
      {dueOn && dueSource ? <div className="duty-soft">{upper(t.dueSource[dueSource])}</div> : null}
      {duty.stoppedOn ? <div>{t.stoppedOn(showDay(duty.stoppedOn))}</div> : null}
      {deadlineWords ? <div className="duty-soft">{t.dueWords(deadlineWords)}</div> : null}
      {deadlineWords && !dueOn ? <div className="duty-soft">{t.noDueFromWords}</div> : null}
      {firstDueOn && firstDueOn !== dueOn ? (
        <div className="duty-soft">{t.dueMoved(showDay(firstDueOn))}</div>
      ) : null}
      {isRequest ? <div>{t.requestNote}</div> : null}
    </>
  );
}
