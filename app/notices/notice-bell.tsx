import { Indicator, UnstyledButton } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { countUnread } from './notice.contract.ts';
import { noticeWords } from './notice.words.ts';
import { useNoticeEvents } from './use-notice-events.ts';

/** The bell of the header with the number of unread notices; it changes when one comes. */
export function NoticeBell() {
  const t = useWords(noticeWords);
  useNoticeEvents();
  const { data } = useQuery({
    queryKey: ['notices', 'unread'],
    queryFn: () => call(countUnread, {}),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: true,
  });
  const unread = data?.unread ?? 0;
  return (
    <UnstyledButton
      component={Link}
      to="/notices"
      aria-label={t.bell(unread)}
      c="white"
      style={{ display: 'grid', placeItems: 'center', minWidth: 36, minHeight: 36 }}
    >
      <Indicator
        label={unread > 99 ? '99+' : unread}
        disabled={!unread}
        size={17}
        offset={4}
        color="red.8"
        aria-hidden
      >
        <IconBell size={24} stroke={1.6} aria-hidden />
      </Indicator>
    </UnstyledButton>
  );
}
