import { Button, CopyButton, Group, List, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useWords } from '#app/web/language.tsx';
import { showInstant } from '#app/web/show.ts';
import { useViewer } from '#app/web/viewer.ts';
import { QrPicture } from '../two-step/qr-picture.tsx';
import { invitationWords } from './invitation.words.ts';
import '../account.css';

type Slip = {
  person: { name: string; title: string | null; email: string; hasPassword: boolean };
  link: string;
  expiresAt: string;
};

/** A slip of paper with the one-time link, to be printed and handed over; the link is shown this once. */
export function InvitationSlip({ person, link, expiresAt }: Slip) {
  const t = useWords(invitationWords);
  const { tenantName } = useViewer();
  const [opened, { open, close }] = useDisclosure(false);
  // By the time it is printed the person may have come in: what it says stays as it was made.
  const [isRecovery] = useState(person.hasPassword);
  return (
    <>
      <Button variant="default" onClick={open}>
        {t.open}
      </Button>
      <Modal
        opened={opened}
        onClose={close}
        closeOnClickOutside={false}
        title={isRecovery ? t.slipTitleAgain : t.slipTitle}
        size="lg"
      >
        <Stack className="printed-alone">
          <Text fw={600} fz="lg">
            {tenantName}
          </Text>
          <Text>
            {t.to}: <strong>{person.name}</strong>
            {person.title ? `, ${person.title}` : ''}
            <br />
            {t.account}: {person.email}
          </Text>
          <List type="ordered">
            <List.Item>{t.step1}</List.Item>
            <List.Item>{t.step2}</List.Item>
            <List.Item>{t.step3}</List.Item>
          </List>
          <Group align="center" wrap="wrap">
            <QrPicture text={link} label={t.picture} />
            <Text className="slip-link" flex="1 1 220px" data-testid="slip-link">
              {link}
            </Text>
          </Group>
          <Text>{t.once(showInstant(expiresAt))}</Text>
          <Text className="not-printed" c="dimmed">
            {t.shownOnce}
          </Text>
          <Group className="not-printed">
            <Button onClick={() => window.print()}>{t.print}</Button>
            <CopyButton value={link}>
              {({ copied, copy }) => (
                <Button variant="default" onClick={copy}>
                  {copied ? t.copied : t.copy}
                </Button>
              )}
            </CopyButton>
            <Button variant="default" onClick={close}>
              {t.close}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
