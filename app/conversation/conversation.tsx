import { Button, Group, Stack, Text } from '@mantine/core';
import { IconBell, IconBellCheck } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { Comments } from './comments.tsx';
import { type SubjectKind, setFollow } from './conversation.contract.ts';
import { conversationWords } from './conversation.words.ts';
import { useConversation } from './use-conversation.ts';

type Props = {
  kind: SubjectKind;
  id: string;
  section: (props: { title: string; children: ReactNode }) => ReactNode;
};

/** What people say about a piece of work, and whether the viewer follows it. */
export function Conversation({ kind, id, section: Section }: Props) {
  const t = useWords(conversationWords);
  const { data } = useConversation(kind, id);
  if (!data) return null;
  return (
    <Section title={t.title}>
      <Stack gap="sm">
        {t.readers[kind] ? (
          <Text fz="sm" c="dimmed">
            {t.readers[kind]}
          </Text>
        ) : null}
        <Follow kind={kind} id={id} follows={data.follows} followers={data.followers} />
        <Comments kind={kind} id={id} />
      </Stack>
    </Section>
  );
}

type FollowProps = { kind: SubjectKind; id: string; follows: boolean; followers: number };

function Follow({ kind, id, follows, followers }: FollowProps) {
  const t = useWords(conversationWords);
  const client = useQueryClient();
  const following = useMutation({
    mutationFn: () => call(setFollow, { params: { kind, id }, body: { follows: !follows } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['conversations', kind, id] }),
  });
  return (
    <Group gap="sm" className="no-print">
      <Button
        size="compact-md"
        variant={follows ? 'light' : 'default'}
        aria-pressed={follows}
        leftSection={follows ? <IconBellCheck size={17} aria-hidden /> : <IconBell size={17} aria-hidden />}
        loading={following.isPending}
        onClick={() => following.mutate()}
      >
        {follows ? t.following : t.follow}
      </Button>
      <Text fz="sm" c="dimmed">
        {t.followers(followers)}. {follows ? '' : t.followHelp}
      </Text>
    </Group>
  );
}
