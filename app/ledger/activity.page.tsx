import { Anchor, Button, Center, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { call } from '#app/web/call.ts';
import { useLanguage, useWords } from '#app/web/language.tsx';
import { Empty, PageHeader, Waiting } from '#app/web/page-states.tsx';
import { showDay, showInstant } from '#app/web/show.ts';
import { type ActivityDay, byDay, dayOf, type Group } from './activity.ts';
import { activity, type LedgerLine } from './ledger.contract.ts';
import { ledgerWords } from './ledger.words.ts';
import './ledger.css';

/** What happened in what the viewer may read, day by day. */
export function ActivityPage() {
  const t = useWords(ledgerWords);
  const { data, error, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['ledger', 'activity'],
    queryFn: ({ pageParam }) => call(activity, { query: { before: pageParam ?? undefined } }),
    initialPageParam: null as number | null,
    getNextPageParam: (last) => last.next,
  });
  if (error && !data) throw error;
  if (!data) return <Waiting />;
  const days = byDay(data.pages.flatMap((page) => page.lines));
  return (
    <>
      <PageHeader title={t.activityTitle} lead={t.activityLead}>
        <Button component={Link} to="/removed" variant="default">
          {t.removedLink}
        </Button>
      </PageHeader>
      {days.length ? null : <Empty title={t.noActivity} />}
      {days.map((day) => (
        <Day key={day.day} {...day} />
      ))}
      {hasNextPage ? (
        <Center mt="md">
          <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t.older}
          </Button>
        </Center>
      ) : null}
    </>
  );
}

function Day({ day, groups }: ActivityDay) {
  const t = useWords(ledgerWords);
  const today = dayOf(new Date().toISOString());
  const yesterday = dayOf(new Date(Date.now() - 86_400_000).toISOString());
  const name = day === today ? `${t.today}, ` : day === yesterday ? `${t.yesterday}, ` : '';
  return (
    <section>
      <Title order={2} fz={16} className="ledger-day">
        {name}
        {showDay(day)}
      </Title>
      <ol className="ledger-lines paper" style={{ padding: '6px 18px' }}>
        {groups.map((group) => (
          <Row key={group.first.id} {...group} />
        ))}
      </ol>
    </section>
  );
}

function Row({ first, more }: Group) {
  const t = useWords(ledgerWords);
  return (
    <li className="ledger-line">
      <Line line={first} />
      {more.length ? (
        <details className="ledger-more">
          <summary>{t.alike(more.length)}</summary>
          {more.map((line) => (
            <div key={line.id}>
              <Line line={line} />
            </div>
          ))}
        </details>
      ) : null}
    </li>
  );
}

function Line({ line }: { line: LedgerLine }) {
  const t = useWords(ledgerWords);
  const { language } = useLanguage();
  return (
    <>
      <time dateTime={line.at}>{showInstant(line.at).slice(11)}</time>
      {line.said[language]}{' '}
      {line.page ? (
        <Anchor
          component={Link}
          to={line.page}
          underline="always"
          aria-label={`${t.open}: ${line.said[language]}`}
        >
          {t.open}
        </Anchor>
      ) : null}
    </>
  );
}
