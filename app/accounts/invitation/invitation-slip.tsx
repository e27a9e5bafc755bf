import { Button, CopyButton, Group, List, Modal, Stack, Text } from '@mantine/core';
import type { z } from 'zod';
import { useWords } from '#app/web/language.tsx';
import { showInstant } from '#app/web/show.ts';
import { QrPicture } from '../two-step/qr-picture.tsx';
import type { invitePerson } from './invitation.contract.ts';
import { invitationWords } from './invitation.words.ts';
import '../account.css';

type Slip = z.output<typeof invitePerson.response>;

/** A slip of paper with the one-time link, to be printed and handed over. It is shown once. */
export function InvitationSlip({ slip, close }: { slip: Slip | null; close: () => void }) {
  const t = useWords(invitationWords);
  const title = slip?.purpose === 'recovery' ? t.slipTitleAgain : t.slipTitle;
  return (
    <Modal opened={slip !== null} onClose={close} closeOnClickOutside={false} title={title} size="lg">
      {slip?.link ? (
        <Stack className="printed-alone">
          <Text fw={600} fz="lg">
            {slip.tenantName}
          </Text>
          <Text>
            {t.to}: <strong>{slip.name}</strong>
            {slip.title ? `, ${slip.title}` : ''}
            <br />
            {t.account}: {slip.email}
          </Text>
          <List type="ordered">
            <List.Item>{t.step1}</List.Item>
            <List.Item>{t.step2}</List.Item>
            <List.Item>{t.step3}</List.Item>
          </List>
          <Group align="center" wrap="wrap">
            <QrPicture text={slip.link} label={t.picture} />
            <Text className="slip-link" flex="1 1 220px" data-testid="slip-link">
              {slip.link}
            </Text>
          </Group>
          <Text>{t.once(showInstant(slip.expiresAt))}</Text>
          <Text className="not-printed" c="dimmed">
            {t.shownOnce}
          </Text>
          <Group className="not-printed">
            <Button onClick={() => window.print()}>{t.print}</Button>
            <CopyButton value={slip.link}>
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
      ) : null}
    </Modal>
  );
}
