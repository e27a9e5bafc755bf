import { Button, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconBellRinging } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { remindByHand } from './notice.contract.ts';
import { noticeWords } from './notice.words.ts';

type Props = {
  part: { assignmentId: string; agencyName: string; remindedToday: boolean };
  /** Says the agency on the button, where nothing beside it does. */
  named?: boolean;
};

/** One click reminds an agency of its part; once a day. */
export function RemindButton({ part, named = false }: Props) {
  const t = useWords(noticeWords);
  const client = useQueryClient();
  const reminding = useMutation({
    mutationFn: () => call(remindByHand, { params: { id: part.assignmentId } }),
    onSuccess: ({ sent }) => {
      notifications.show({ message: t.reminded(sent) });
      return client.invalidateQueries({ queryKey: ['notices'] });
    },
  });
  if (part.remindedToday)
    return (
      <Text fz="sm" c="dimmed" role="status">
        {named ? `${part.agencyName}: ` : ''}
        {t.remindedToday}
      </Text>
    );
  return (
    <Button
      size="compact-md"
      variant="default"
      leftSection={<IconBellRinging size={16} />}
      aria-label={t.remindOf(part.agencyName)}
      loading={reminding.isPending}
      onClick={() => reminding.mutate()}
      style={{ maxWidth: '100%' }}
    >
      {named ? t.remindOf(part.agencyName) : t.remind}
    </Button>
  );
}
