import { Anchor, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconPencil } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '#app/web/language.tsx';
import { showDay } from '#app/web/show.ts';
import type { Brief } from './brief.page.tsx';
import { briefWords } from './brief.words.ts';

/** At most so many names of agencies stand on the one page. */
const most = 8;

/** Each thing to look at before signing, with the first of them and the way to all. */
export function BeforeSigning({ brief }: { brief: Brief }) {
  const t = useWords(briefWords);
  const { agencies, waiting, undecided, asks, bare, editorial } = brief;
  const here = `/consolidation/${brief.id}`;
  return (
    <section className="paper brief-part" aria-label={t.before}>
      <Title order={2} fz="lg">
        {t.before}
      </Title>
      <ul className="brief-points">
        <Point
          count={agencies.missing.length}
          said={t.missing(agencies.missing.length, agencies.expected)}
          none={t.allFiled(agencies.expected)}
          to={here}
        >
          <Names all={agencies.missing} />
        </Point>
        {waiting.length ? (
          <Point count={waiting.length} said={t.waiting(waiting.length)} to={here}>
            <Names all={waiting} />
          </Point>
        ) : null}
        <Point
          count={undecided.count}
          said={t.undecided(undecided.count)}
          none={t.noUndecided}
          to={`${here}/matrix`}
        >
          <Lines
            all={undecided.first.map(({ id, subject }) => ({ id, text: subject }))}
            count={undecided.count}
          />
        </Point>
        {asks ? <Asks brief={brief} asks={asks} /> : null}
        <Point count={bare.count} said={t.bare(bare.count)} none={t.noBare} to={here}>
          <Lines all={bare.first} count={bare.count} />
        </Point>
        {editorial.count ? (
          <Point count={editorial.count} said={t.editorial(editorial.count)} isMark to={here}>
            <Lines all={editorial.first} count={editorial.count} />
          </Point>
        ) : null}
      </ul>
    </section>
  );
}

function Asks({ brief, asks }: { brief: Brief; asks: NonNullable<Brief['asks']> }) {
  const t = useWords(briefWords);
  const { open, late, answered, first } = asks;
  const said = [open ? t.asks(open, late) : '', answered ? t.answered(answered) : '']
    .filter(Boolean)
    .join('; ');
  const lines = first.map(({ id, agency, question, dueOn, isLate, isAnswered }) => ({
    id,
    text: `${agency} (${isAnswered ? t.hasAnswered : t.dueOn(showDay(dueOn))}${isLate ? `, ${t.late}` : ''}): ${question}`,
  }));
  return (
    <Point count={open + answered} said={said} none={t.noAsks} to={`/consolidation/${brief.id}/asks`}>
      <Lines all={lines} count={open + answered} />
    </Point>
  );
}

/** One thing to look at; a tick where there is nothing. */
function Point({
  count,
  said,
  none = '',
  isMark = false,
  to,
  children,
}: {
  count: number;
  said: string;
  none?: string;
  /** Told, and no fault. */
  isMark?: boolean;
  to: string;
  children: ReactNode;
}) {
  const t = useWords(briefWords);
  const Icon = count ? (isMark ? IconPencil : IconAlertTriangle) : IconCheck;
  return (
    <li data-kind={count ? (isMark ? 'mark' : 'look') : 'done'}>
      <Icon size={18} aria-hidden className="brief-icon" />
      <div>
        <Text fw={count && !isMark ? 600 : 400}>
          {count ? said : none}{' '}
          {count ? (
            <Anchor component={Link} to={to} fz="sm" className="no-print" aria-label={t.openOf(said)}>
              {t.open}
            </Anchor>
          ) : null}
        </Text>
        {count ? children : null}
      </div>
    </li>
  );
}

function Names({ all }: { all: readonly string[] }) {
  const t = useWords(briefWords);
  const more = all.length > most ? ` ${t.more(all.length - most)}` : '';
  return (
    <Text fz="sm">
      {all.slice(0, most).join('; ')}
      {more}
    </Text>
  );
}

function Lines({ all, count }: { all: readonly { id: string; text: string }[]; count: number }) {
  const t = useWords(briefWords);
  return (
    <ul className="brief-lines">
      {all.map(({ id, text }) => (
        <li key={id}>{text.length > 140 ? `${text.slice(0, 139)}…` : text}</li>
      ))}
      {count > all.length ? <li>{t.more(count - all.length)}</li> : null}
    </ul>
  );
}
