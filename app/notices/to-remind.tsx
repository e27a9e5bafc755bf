import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { Empty, Waiting } from '#app/web/page-states.tsx';
import { showDay } from '#app/web/show.ts';
import { listToRemind } from './notice.contract.ts';
import { noticeWords } from './notice.words.ts';
import { RemindButton } from './remind-button.tsx';

/** Parts that are late or not received, each with one click to remind of it. */
export function ToRemind() {
  const t = useWords(noticeWords);
  const { data, error } = useQuery({
    queryKey: ['notices', 'to-remind'],
    queryFn: () => call(listToRemind, {}),
  });
  if (error && !data) throw error;
  if (!data) return <Waiting />;
  if (!data.rows.length)
    return (
      <Empty title={t.remindEmpty}>
        <Text c="dimmed">{t.remindEmptyHelp}</Text>
      </Empty>
    );
  return (
    <ul className="notice-list" aria-label={t.remindTitle}>
      {data.rows.map((part) => (
        <li key={part.assignmentId} className="paper notice">
          <div className="notice-words">
            <Text fw={500}>
              {part.agencyName}:{' '}
              {part.why === 'late'
                ? t.late(showDay(part.dueOn ?? ''))
                : part.isRequest
                  ? t.silentRequest
                  : t.silent}
            </Text>
            <Link className="notice-link" to={`/duties/${part.dutyId}`}>
              {part.title}
            </Link>
            {part.remindedOn && part.remindedOn !== data.today ? (
              <Text fz="sm" c="dimmed">
                {t.remindedOn(showDay(part.remindedOn))}
              </Text>
            ) : null}
          </div>
          <RemindButton part={{ ...part, remindedToday: part.remindedOn === data.today }} />
        </li>
      ))}
    </ul>
  );
}
