import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { invitePerson } from './invitation.contract.ts';
import { invitationWords } from './invitation.words.ts';
import { InvitationSlip } from './invitation-slip.tsx';

/** Two buttons for the page of a person: the invitation (or, for who has a password, a way back in) by mail or on paper. */
export function InviteButtons({ personId, hasPassword }: { personId: string; hasPassword: boolean }) {
  const t = useWords(invitationWords);
  const client = useQueryClient();
  const inviting = useMutation({
    mutationFn: (by: 'mail' | 'slip') => call(invitePerson, { params: { personId }, body: { by } }),
    onSuccess: async (made) => {
      if (made.link === null) notifications.show({ message: made.isSent ? t.sent(made.email) : t.queued });
      await client.invalidateQueries({ queryKey: ['people'] });
    },
  });
  const slip = inviting.data?.link ? inviting.data : null;
  return (
    <>
      <Button onClick={() => inviting.mutate('mail')} loading={inviting.isPending}>
        {hasPassword ? t.mailAgain : t.mail}
      </Button>
      <Button variant="default" onClick={() => inviting.mutate('slip')} loading={inviting.isPending}>
        {hasPassword ? t.slipAgain : t.slip}
      </Button>
      <InvitationSlip slip={slip} close={() => inviting.reset()} />
    </>
  );
}
