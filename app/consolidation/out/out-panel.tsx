import { Anchor, Button, FileButton, Group, Modal, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { FileLine } from '#app/files/file-line.tsx';
import { type Answer, addressOf } from '#app/platform/contract.ts';
import { call, sendForm } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { showDay } from '#app/web/show.ts';
import { ReasonDialog } from '../reason-dialog.tsx';
import { ChangesList } from './changes-list.tsx';
import { attachSigned, correctConsolidation, type OutName, outAddress, showOut } from './out.contract.ts';
import { outWords } from './out.words.ts';
import { SendingForm } from './sending-form.tsx';

export type ShownOut = Answer<typeof showOut>;

/** What leaves the house: files made of the report, the signed copy, that it was sent, and its versions. */
export function OutPanel({ id, unsupported }: { id: string; unsupported: number }) {
  const t = useWords(outWords);
  const { data: one } = useQuery({
    queryKey: ['consolidation', id, 'out'],
    queryFn: () => call(showOut, { params: { id } }),
  });
  if (!one) return null;
  return (
    <section className="paper no-print" style={{ padding: 16, marginTop: 16 }} aria-label={t.title}>
      <Stack gap="md">
        <Group justify="space-between">
          <Title order={2} fz="lg">
            {t.title}
          </Title>
          {one.mayCorrect ? <Correct id={id} /> : null}
        </Group>
        <Files id={id} one={one} isBare={unsupported > 0} />
        {one.state === 'issued' ? <Signed id={id} one={one} /> : null}
        {one.state === 'issued' ? <Sent id={id} one={one} /> : null}
        {one.versions.length > 1 ? <Versions id={id} one={one} /> : null}
        {one.version > 1 ? <ChangesList id={id} /> : null}
      </Stack>
    </section>
  );
}

function Files({ id, one, isBare }: { id: string; one: ShownOut; isBare: boolean }) {
  const t = useWords(outWords);
  const isIssued = one.state === 'issued';
  const names: OutName[] = [
    ...(isIssued || !isBare ? (['document.pdf'] as const) : []),
    'annexes.xlsx',
    'provenance.xlsx',
    ...(one.version > 1 ? (['changes.docx'] as const) : []),
    ...(isIssued ? (['document.edxml'] as const) : []),
  ];
  return (
    <div>
      <Group gap="xs">
        {names.map((name) => (
          <Button
            key={name}
            component="a"
            href={outAddress(id, name)}
            download
            size="compact-md"
            variant="default"
          >
            {t.names[name]}
          </Button>
        ))}
      </Group>
      {isIssued ? (
        <Text fz="sm" c="dimmed" mt={6}>
          {t.edxmlMark}
        </Text>
      ) : null}
    </div>
  );
}

function Signed({ id, one }: { id: string; one: ShownOut }) {
  const t = useWords(outWords);
  const client = useQueryClient();
  const attaching = useMutation({
    mutationFn: (file: File) => {
      const form = new FormData();
      form.append('file', file);
      return sendForm<Answer<typeof attachSigned>>(addressOf(attachSigned, { params: { id } }), form);
    },
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['consolidation', id] }),
        client.invalidateQueries({ queryKey: ['ledger', 'consolidation', id] }),
      ]),
  });
  return (
    <div>
      <Group justify="space-between">
        <Text fw={600}>{t.signed}</Text>
        {one.mayRecord ? (
          <FileButton accept="application/pdf" onChange={(file) => file && attaching.mutate(file)}>
            {(props) => (
              <Button {...props} size="compact-md" variant="default" loading={attaching.isPending}>
                {t.attach}
              </Button>
            )}
          </FileButton>
        ) : null}
      </Group>
      {one.signed.length ? null : <Text fz="sm">{t.noSigned}</Text>}
      {one.signed.map((file) => (
        <div key={file.id}>
          <FileLine file={file} />
          <Text fz="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {t.hash(file.sha256)}
          </Text>
        </div>
      ))}
    </div>
  );
}

function Sent({ id, one }: { id: string; one: ShownOut }) {
  const t = useWords(outWords);
  const [isOpen, form] = useDisclosure(false);
  return (
    <div>
      <Group justify="space-between">
        <Text fw={600}>{t.sent}</Text>
        {one.mayRecord ? (
          <Button size="compact-md" variant="default" onClick={form.open}>
            {t.record}
          </Button>
        ) : null}
      </Group>
      {one.sendings.length ? null : <Text fz="sm">{t.noSent}</Text>}
      {one.sendings.map((sending) => (
        <Text key={sending.id} fz="sm">
          {t.sentLine(sending.sentTo, showDay(sending.sentOn), t.ways[sending.way])}
          {sending.note ? `. ${sending.note}` : ''}
        </Text>
      ))}
      <Modal
        opened={isOpen}
        onClose={form.close}
        title={t.record}
        closeButtonProps={{ 'aria-label': t.cancel }}
      >
        <SendingForm id={id} one={one} onDone={form.close} />
      </Modal>
    </div>
  );
}

function Versions({ id, one }: { id: string; one: ShownOut }) {
  const t = useWords(outWords);
  return (
    <div>
      <Text fw={600}>{t.versions}</Text>
      <ul style={{ margin: '4px 0 0', paddingLeft: 20 }}>
        {one.versions.map((version) => (
          <li key={version.id}>
            {version.id === id ? (
              `${t.version(version.version, version.symbol)} (${t.here})`
            ) : (
              <Anchor component={Link} to={`/consolidation/${version.id}`} underline="always">
                {t.version(version.version, version.symbol)}
              </Anchor>
            )}
            , {t[version.state]}
            {version.reason ? `. ${t.because(version.reason)}` : ''}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Correct({ id }: { id: string }) {
  const t = useWords(outWords);
  const navigate = useNavigate();
  const client = useQueryClient();
  const [isOpen, dialog] = useDisclosure(false);
  const correcting = useMutation({
    mutationFn: (reason: string) => call(correctConsolidation, { params: { id }, body: { reason } }),
    onSuccess: async (made) => {
      dialog.close();
      await client.invalidateQueries({ queryKey: ['consolidation'] });
      await navigate({ to: `/consolidation/${made.id}` });
    },
  });
  return (
    <>
      <Button variant="default" onClick={dialog.open}>
        {t.correct}
      </Button>
      <ReasonDialog
        title={t.correct}
        label={t.reason}
        help={t.correctHelp}
        act={t.begin}
        isSending={correcting.isPending}
        opened={isOpen}
        close={dialog.close}
        because={correcting.mutate}
      />
    </>
  );
}
