import { Alert, Anchor, Button, Group, Stack, Table, Text, Title } from '@mantine/core';
import { IconDownload, IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { LedgerOf } from '#app/ledger/ledger-of.tsx';
import { type Answer, addressOf } from '#app/platform/contract.ts';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { PageHeader, Waiting } from '#app/web/page-states.tsx';
import { ScrollRegion } from '#app/web/scroll-region.tsx';
import { showDay, showInstant } from '#app/web/show.ts';
import { Mistake, Part } from '../part.tsx';
import '../people.css';
import { useSaving } from '../use-saving.ts';
import { cancelHandOver, downloadHandOver, receiveHandOver, showHandOver } from './hand-over.contract.ts';
import { itemKinds } from './hand-over.ts';
import { handOverWords } from './hand-over.words.ts';

type Pack = Answer<typeof showHandOver>;

/** The minutes of a hand-over: read, printed, received, or taken back while it waits. */
export function HandOverPackPage() {
  const t = useWords(handOverWords);
  const { id } = useParams({ strict: false }) as { id: string };
  const { data, error } = useQuery({
    queryKey: ['hand-overs', id],
    queryFn: () => call(showHandOver, { params: { id } }),
  });
  if (error && !data) throw error;
  if (!data) return <Waiting />;
  const state = data.state === 'received' ? 'river' : data.state === 'waiting' ? 'yellow' : 'gray';
  return (
    <>
      <Anchor component={Link} to="/hand-overs" fz="sm" className="no-print">
        ← {t.listTitle}
      </Anchor>
      <PageHeader title={t.title(data.personName)} lead={t.lead(data.agencyName, showDay(data.lastDay))}>
        <Button
          className="no-print"
          variant="default"
          leftSection={<IconPrinter size={16} />}
          onClick={() => window.print()}
        >
          {t.print}
        </Button>
        <Button
          className="no-print"
          component="a"
          href={addressOf(downloadHandOver, { params: { id } })}
          variant="default"
          leftSection={<IconDownload size={16} />}
        >
          {t.docx}
        </Button>
      </PageHeader>
      <Stack>
        <Alert color={state} variant="light">
          <Text c="var(--mantine-color-text)">{t.states[data.state]}</Text>
          <Text fz="sm" c="var(--mantine-color-text)">
            {t.preparedBy(data.preparedByName, showInstant(data.preparedAt))}
            {data.endsWork ? `. ${t.ending}.` : ''}
          </Text>
        </Alert>
        <Actions pack={data} />
        {itemKinds.map((kind) => (
          <Items key={kind} title={t.kinds[kind]} items={data.items.filter((item) => item.kind === kind)} />
        ))}
        <div className="no-print">
          <Part title={t.history} id="events">
            <LedgerOf subjectKind="hand-over" subjectId={id} />
          </Part>
        </div>
      </Stack>
    </>
  );
}

function Actions({ pack }: { pack: Pack }) {
  const t = useWords(handOverWords);
  const params = { id: pack.id };
  const receiving = useSaving(() => call(receiveHandOver, { params }), '');
  const cancelling = useSaving(() => call(cancelHandOver, { params }), t.cancelled);
  if (receiving.data) return <Text role="status">{receiving.data.done ? t.done : t.partDone}</Text>;
  if (!pack.mayReceive && !pack.mayCancel) return null;
  return (
    <div className="no-print">
      {pack.mayReceive ? (
        <Text fz="sm" mb="xs">
          {t.receiveHelp}
        </Text>
      ) : null}
      <Group>
        {pack.mayReceive ? (
          <Button loading={receiving.isPending} onClick={() => receiving.mutate(undefined)}>
            {t.receive(pack.waitingForMe)}
          </Button>
        ) : null}
        {pack.mayCancel ? (
          <Button
            variant="default"
            loading={cancelling.isPending}
            onClick={() => cancelling.mutate(undefined)}
          >
            {t.cancel}
          </Button>
        ) : null}
      </Group>
      <Mistake error={receiving.error ?? cancelling.error} />
    </div>
  );
}

function Items({ title, items }: { title: string; items: Pack['items'] }) {
  const t = useWords(handOverWords);
  if (!items.length) return null;
  return (
    <section className="paper">
      <Title order={2} fz={16} p="md" pb={4}>
        {title} ({items.length})
      </Title>
      <ScrollRegion label={title}>
        <Table aria-label={title} miw={680} layout="fixed">
          <Table.Thead>
            <Table.Tr>
              {[t.item, t.detail, t.due, t.successor, t.received].map((head, at) => (
                <Table.Th key={head} scope="col" w={['36%', '24%', '11%', '15%', '14%'][at] ?? 'auto'}>
                  {head}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {items.map((item) => (
              <Table.Tr key={item.id}>
                <Table.Td>
                  {item.page ? (
                    <Anchor component={Link} to={item.page}>
                      {item.title}
                    </Anchor>
                  ) : (
                    item.title
                  )}
                </Table.Td>
                <Table.Td>{item.detail}</Table.Td>
                <Table.Td>{item.dueOn ? showDay(item.dueOn) : ''}</Table.Td>
                <Table.Td>{item.successorName ?? t.ends}</Table.Td>
                <Table.Td>
                  {item.receivedAt ? showInstant(item.receivedAt) : item.successorId ? t.waiting : ''}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollRegion>
    </section>
  );
}
