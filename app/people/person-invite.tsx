import { Button, CopyButton, Group, Text, TextInput } from '@mantine/core';
import { InvitationSlip } from '#app/accounts/invitation/invitation-slip.tsx';
import { ResetTwoStep } from '#app/accounts/two-step/reset-two-step.tsx';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { Mistake, Part } from './part.tsx';
import { invitePerson, type ShownPerson } from './people.contract.ts';
import { peopleWords } from './people.words.ts';
import { useSaving } from './use-saving.ts';

/** The way in for somebody new, or who lost theirs. */
export function PersonInvite({ person }: { person: ShownPerson }) {
  const t = useWords(peopleWords);
  const saving = useSaving(
    (by: 'mail' | 'slip') => call(invitePerson, { params: { id: person.id }, body: { by } }),
    '',
  );
  const made = saving.data;
  return (
    <Part title={t.invite} id="invite">
      <Text fz="sm" c="dimmed">
        {t.inviteHelp}
      </Text>
      <Group mt="sm">
        <Button
          variant={person.hasPassword ? 'default' : 'filled'}
          loading={saving.isPending}
          onClick={() => saving.mutate('mail')}
        >
          {t.inviteByMail}
        </Button>
        <Button variant="default" loading={saving.isPending} onClick={() => saving.mutate('slip')}>
          {t.inviteBySlip}
        </Button>
      </Group>
      {made?.link ? (
        <Group align="end" mt="sm" gap="xs">
          <TextInput label={t.link} value={made.link} readOnly style={{ flex: '1 1 240px' }} />
          <CopyButton value={made.link}>
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy}>
                {copied ? t.copied : t.copy}
              </Button>
            )}
          </CopyButton>
          <InvitationSlip person={person} link={made.link} expiresAt={made.expiresAt} />
        </Group>
      ) : null}
      {made && !made.link ? (
        <Text mt="sm" role="status">
          {made.isSent ? t.mailSent : t.mailWaits}
        </Text>
      ) : null}
      <Mistake error={saving.error} />
      <ResetTwoStep personId={person.id} />
    </Part>
  );
}
