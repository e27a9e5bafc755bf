import { Button, Group, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { call } from '#app/web/call.ts';
import { useLanguage, useWords } from '#app/web/language.tsx';
import { showInstant } from '#app/web/show.ts';
import { muteSubject, type NoticeShown, readNotices } from './notice.contract.ts';
import { noticeWords } from './notice.words.ts';
import { pageOfNotice, sayNotice } from './say-notice.ts';

/** One notice: opening it marks it read. */
export function NoticeCard({ notice, isMuted }: { notice: NoticeShown; isMuted: boolean }) {
  const t = useWords(noticeWords);
  const { language } = useLanguage();
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: ['notices'] });
  const reading = useMutation({
    mutationFn: () => call(readNotices, { body: { ids: [notice.id] } }),
    onSuccess: refresh,
  });
  const { subjectKind, subjectId } = notice;
  const muting = useMutation({
    mutationFn: () => call(muteSubject, { body: { subjectKind, subjectId, muted: !isMuted } }),
    onSuccess: refresh,
  });
  const [page, place] = pageOfNotice(notice).split('#');
  const isUnread = !notice.readAt && !notice.muted;
  const short = notice.title.length > 70 ? `${notice.title.slice(0, 70)}…` : notice.title;
  const state = notice.muted ? t.muted : isUnread ? t.isNew : t.read;
  return (
    <li className="paper notice" data-unread={isUnread || undefined}>
      <div className="notice-words">
        <Text fw={isUnread ? 600 : 500}>{sayNotice(notice, language)}</Text>
        <Link
          className="notice-link"
          to={page!}
          {...(place ? { hash: place } : {})}
          onClick={() => (isUnread ? reading.mutate() : undefined)}
        >
          {notice.title}
        </Link>
        <Text fz="sm" c="dimmed">
          {state} · {showInstant(notice.sentAt)}
          {notice.level === 'doer' && notice.agencyName ? ` · ${notice.agencyName}` : ''}
        </Text>
      </div>
      <Group gap={4} wrap="nowrap" className="notice-acts">
        {isUnread ? (
          <Button
            size="compact-sm"
            variant="subtle"
            aria-label={t.markReadOf(short)}
            loading={reading.isPending}
            onClick={() => reading.mutate()}
          >
            {t.markRead}
          </Button>
        ) : null}
        <Button
          size="compact-sm"
          variant="subtle"
          aria-label={isMuted ? t.unmuteOf(short) : t.muteOf(short)}
          loading={muting.isPending}
          onClick={() => muting.mutate()}
        >
          {isMuted ? t.unmute : t.mute}
        </Button>
      </Group>
    </li>
  );
}
