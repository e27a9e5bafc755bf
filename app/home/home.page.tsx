import { Anchor, Button, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { FourCells } from '#app/figures/four-cells.tsx';
import { call } from '#app/web/call.ts';
import { useLanguage, useWords } from '#app/web/language.tsx';
import { Empty, PageHeader, Waiting } from '#app/web/page-states.tsx';
import { shellWords } from '#app/web/shell.words.ts';
import { showDay, showNumber } from '#app/web/show.ts';
import { holds, useViewer } from '#app/web/viewer.ts';
import { actionWords } from './action.words.ts';
import { FirstActions } from './first-actions.tsx';
import './home.css';
import { showToday, type Today } from './home.contract.ts';
import { homeWords } from './home.words.ts';
import { ItemList, TaskCard } from './task-card.tsx';
import { listOf } from './task-links.ts';

const FIRST = 3;

/** The first page: the three things to do first as sentences, then everything that waits for this person. */
export function HomePage() {
  const t = useWords(homeWords);
  const a = useWords(actionWords);
  const shell = useWords(shellWords);
  const viewer = useViewer();
  const { language } = useLanguage();
  const { data, error } = useQuery({ queryKey: ['today'], queryFn: () => call(showToday, {}), staleTime: 0 });
  if (error && !data) throw error;
  if (!data) return <Waiting />;
  const weekday = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(
    new Date(data.today),
  );
  const waiting = data.tasks.filter((task) => task.count);
  return (
    <>
      <PageHeader
        title={shell.home}
        lead={`${t.greeting(viewer.name)}. ${t.date(weekday[0]!.toUpperCase() + weekday.slice(1), showDay(data.today))}.`}
      />
      {data.lacks ? (
        <FirstStep lacks={data.lacks} mayKeep={holds(viewer, 'focal-officer', 'administrator')} />
      ) : null}
      <FirstActions actions={data.actions} today={data.today} />
      {!data.actions.length && data.counts && !data.lacks ? (
        <Text className="paper nothing-first">{t.nothing}.</Text>
      ) : null}
      {waiting.length ? (
        <Section title={a.all}>
          <div className="task-cards">
            {waiting.slice(0, FIRST).map((task) => (
              <TaskCard
                key={task.key}
                task={task}
                today={data.today}
                said={data.actions.filter(({ key }) => key === task.key).map(({ id }) => id)}
              />
            ))}
          </div>
        </Section>
      ) : null}
      {!data.actions.length && !waiting.length && !data.counts && !data.lacks ? (
        <Empty title={t.nothing}>
          <Text c="dimmed">{t.nothingHelp}</Text>
        </Empty>
      ) : null}
      <OtherTasks tasks={waiting.slice(FIRST)} />
      <Overview data={data} />
    </>
  );
}

function FirstStep({ lacks, mayKeep }: { lacks: NonNullable<Today['lacks']>; mayKeep: boolean }) {
  const t = useWords(homeWords);
  return (
    <section className="paper first-step" aria-labelledby="first-step">
      <Title order={2} fz={17} id="first-step">
        {mayKeep ? t.first : t.nothing}
      </Title>
      <Text maw={640}>{mayKeep ? t.lacks[lacks] : t.waitForFocal}</Text>
      {mayKeep ? (
        <Button component={Link} to={lacks === 'agencies' ? '/agencies' : '/documents'}>
          {t.steps[lacks]}
        </Button>
      ) : null}
    </section>
  );
}

function OtherTasks({ tasks }: { tasks: Today['tasks'] }) {
  const t = useWords(homeWords);
  if (!tasks.length) return null;
  return (
    <Section title={t.also}>
      <ul className="other-tasks">
        {tasks.map((task) => {
          const list = listOf(task.key);
          return (
            <li key={task.key}>
              <Anchor component={Link} to={list?.to ?? '/'} search={(list?.search ?? {}) as never}>
                {t.tasks[task.key].title}
              </Anchor>
              <strong>{showNumber(task.count)}</strong>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

/** For those who oversee: the four cells, what is longest overdue, periods and the ledger. */
function Overview({ data }: { data: Today }) {
  const t = useWords(homeWords);
  return (
    <>
      {data.counts && !data.lacks ? (
        <Section title={t.figures} link={{ to: '/figures', label: t.toFigures }}>
          <FourCells counts={data.counts} narrowed={{}} />
        </Section>
      ) : null}
      <div className="overview">
        {data.overdue.length ? (
          <Section
            title={t.overdue}
            link={{ to: '/duties', search: { cell: 'open-late' }, label: t.allOverdue }}
          >
            <div className="paper overview-list">
              <ItemList items={data.overdue} taskKey="own-late" today={data.today} />
            </div>
          </Section>
        ) : null}
        {data.periods.length ? <Periods data={data} /> : null}
        {data.ledgerLines === null ? null : (
          <Section title={t.ledger} link={{ to: '/ledger', label: t.toLedger }}>
            <Text className="paper overview-list">{t.ledgerLines(data.ledgerLines)}</Text>
          </Section>
        )}
      </div>
    </>
  );
}

function Periods({ data }: { data: Today }) {
  const t = useWords(homeWords);
  return (
    <Section title={t.periods}>
      <ul className="paper overview-list task-items">
        {data.periods.map((period) => (
          <li key={period.id}>
            <Anchor component={Link} to={`/reports/${period.id}`}>
              {period.name}
            </Anchor>
            <Text fz="sm" c="dimmed">
              {t.filed(period.filed, period.expected)},{' '}
              <span className={period.isOver ? 'is-late' : undefined}>
                {period.isOver ? t.wasDue(showDay(period.dueOn)) : t.due(showDay(period.dueOn))}
              </span>
            </Text>
          </li>
        ))}
      </ul>
    </Section>
  );
}

type SectionLink = { to: string; search?: Record<string, string>; label: string };

function Section({ title, link, children }: { title: string; link?: SectionLink; children: ReactNode }) {
  return (
    <section className="home-section" aria-label={title}>
      <header>
        <Title order={2} fz={17}>
          {title}
        </Title>
        {link ? (
          <Anchor component={Link} to={link.to} search={(link.search ?? {}) as never}>
            {link.label}
          </Anchor>
        ) : null}
      </header>
      {children}
    </section>
  );
}
