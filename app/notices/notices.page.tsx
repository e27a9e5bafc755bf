import { Button, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconBellCog, IconChecks, IconStairs } from '@tabler/icons-react';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { Empty, PageHeader, Waiting } from '#app/web/page-states.tsx';
import { holds, useViewer } from '#app/web/viewer.ts';
import { listMyNotices, readNotices } from './notice.contract.ts';
import { noticeWords } from './notice.words.ts';
import { NoticeCard } from './notice-card.tsx';
import { ToRemind } from './to-remind.tsx';
import './notices.css';

type View = { show?: 'unread' | 'all' | 'remind'; before?: number };

/** What a person was reminded of, and for those who follow work up, whom to remind. */
export function NoticesPage() {
  const t = useWords(noticeWords);
  const viewer = useViewer();
  const { show = 'unread', before } = useSearch({ strict: false }) as View;
  const navigate = useNavigate();
  const client = useQueryClient();
  const { data, error } = useQuery({
    queryKey: ['notices', 'mine', show === 'all' ? 'all' : 'unread', before],
    queryFn: () => call(listMyNotices, { query: { show: show === 'all' ? 'all' : 'unread', before } }),
    placeholderData: keepPreviousData,
  });
  const readingAll = useMutation({
    mutationFn: () => call(readNotices, { body: { ids: 'all' } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['notices'] }),
  });
  if (error && !data) throw error;
  if (!data) return <Waiting />;
  const look = (view: View) => void navigate({ to: '/notices', search: view as never });
  const followsUp = holds(viewer, 'focal-officer', 'leader');
  return (
    <>
      <PageHeader title={t.title} lead={t.lead}>
        <Button
          component={Link}
          to="/notices/ladder"
          variant="default"
          leftSection={<IconStairs size={18} />}
        >
          {t.ladderLink}
        </Button>
        <Button
          component={Link}
          to="/notices/settings"
          variant="default"
          leftSection={<IconBellCog size={18} />}
        >
          {t.settingsLink}
        </Button>
      </PageHeader>
      <Stack>
        <Group justify="space-between">
          <SegmentedControl
            aria-label={t.show}
            value={show}
            onChange={(chosen) => look({ show: chosen as 'all' })}
            data={[
              { value: 'unread', label: t.showUnread(data.unread) },
              { value: 'all', label: t.showAll(data.total) },
              ...(followsUp ? [{ value: 'remind', label: t.showRemind }] : []),
            ]}
          />
          {show !== 'remind' && data.unread ? (
            <Button
              variant="subtle"
              leftSection={<IconChecks size={18} />}
              loading={readingAll.isPending}
              onClick={() => readingAll.mutate()}
            >
              {t.markAll}
            </Button>
          ) : null}
        </Group>
        {show === 'remind' && followsUp ? <ToRemind /> : <Mine data={data} show={show} />}
        {show !== 'remind' && (data.hasMore || before) ? (
          <Group>
            {before ? (
              <Button variant="default" onClick={() => look({ show })}>
                {t.newest}
              </Button>
            ) : null}
            {data.hasMore ? (
              <Button variant="default" onClick={() => look({ show, before: data.rows.at(-1)!.seq })}>
                {t.older}
              </Button>
            ) : null}
          </Group>
        ) : null}
      </Stack>
    </>
  );
}

type Data = Awaited<ReturnType<typeof call<typeof listMyNotices>>>;

function Mine({ data, show }: { data: Data; show: View['show'] }) {
  const t = useWords(noticeWords);
  if (!data.rows.length)
    return (
      <Empty title={show === 'all' ? t.emptyAll : t.emptyUnread}>
        <Text c="dimmed">{t.emptyHelp}</Text>
      </Empty>
    );
  const isMuted = (subjectId: string) => data.mutes.some((mute) => mute.subjectId === subjectId);
  return (
    <ul className="notice-list" aria-label={t.title}>
      {data.rows.map((notice) => (
        <NoticeCard key={notice.id} notice={notice} isMuted={isMuted(notice.subjectId)} />
      ))}
    </ul>
  );
}
