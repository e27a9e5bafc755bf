import {
  Alert,
  Anchor,
  Button,
  List,
  Progress,
  Stack,
  Table,
  Text,
  Title,
  VisuallyHidden,
} from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type Answer, addressOf } from '#app/platform/contract.ts';
import { call } from '#app/web/call.ts';
import { useLanguage, useWords } from '#app/web/language.tsx';
import { PageHeader, Waiting } from '#app/web/page-states.tsx';
import { ScrollRegion } from '#app/web/scroll-region.tsx';
import { showDay, showInstant, showNumber } from '#app/web/show.ts';
import { ledgerChecks, showSeal, startLedgerCheck } from './ledger.contract.ts';
import { ledgerWords } from './ledger.words.ts';
import './ledger.css';

type Checks = Answer<typeof ledgerChecks>;
type Check = NonNullable<Checks['last']>;
const LOOK_EVERY = 1000;

const isRunning = (check: Check | null | undefined) => Boolean(check && !check.finishedAt && !check.isCutOff);

/** Is the ledger as it was written? Checked in the background, the answer kept; with the seals of each day. */
export function CheckPage() {
  const t = useWords(ledgerWords);
  const queries = useQueryClient();
  const { data, error } = useQuery({
    queryKey: ['ledger', 'checks'],
    queryFn: () => call(ledgerChecks, {}),
    staleTime: 0,
    refetchInterval: ({ state }) => (isRunning(state.data?.last) ? LOOK_EVERY : false),
  });
  const starting = useMutation({
    mutationFn: () => call(startLedgerCheck, {}),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['ledger', 'checks'] }),
  });
  if (error && !data) throw error;
  if (!data) return <Waiting />;
  return (
    <>
      <Anchor component={Link} to="/ledger" fz="sm">
        ← {t.toLedger}
      </Anchor>
      <PageHeader title={t.checkTitle} lead={t.checkLead}>
        <Button loading={starting.isPending || isRunning(data.last)} onClick={() => starting.mutate()}>
          {t.start}
        </Button>
      </PageHeader>
      <Stack>
        <section className="paper" style={{ padding: '14px 18px' }} aria-live="polite">
          {data.last ? <Result check={data.last} /> : <Text>{t.neverChecked}</Text>}
          {data.last && data.last.findings?.length !== 0 ? (
            <Text c="dimmed" mt="xs">
              {data.lastGood ? t.lastGood(showInstant(data.lastGood.startedAt)) : t.noGood}
            </Text>
          ) : null}
        </section>
        <Seals seals={data.seals} />
      </Stack>
    </>
  );
}

function Result({ check }: { check: Check }) {
  const t = useWords(ledgerWords);
  if (check.isCutOff) return <Text>{t.cutOff}</Text>;
  if (!check.finishedAt) return <Running check={check} />;
  const at = t.at(showInstant(check.finishedAt), check.askedBy);
  if (check.findings?.length) return <Broken findings={check.findings} at={at} />;
  return (
    <>
      <Title order={2} fz="lg">
        ✓ {t.good}
      </Title>
      <Text>{t.goodSays(showNumber(check.lines), showNumber(check.chains), showNumber(check.seals))}</Text>
      <Text c="dimmed">{at}</Text>
    </>
  );
}

function Running({ check }: { check: Check }) {
  const t = useWords(ledgerWords);
  const share = check.ofLines ? Math.min(100, (100 * check.lines) / check.ofLines) : 0;
  return (
    <>
      <Title order={2} fz="lg" mb="xs">
        {t.checking}
      </Title>
      <Progress value={share} aria-label={t.checking} />
      <Text mt={6}>{t.progress(showNumber(check.lines), showNumber(check.ofLines))}</Text>
    </>
  );
}

function Broken({ findings, at }: { findings: NonNullable<Check['findings']>; at: string }) {
  const t = useWords(ledgerWords);
  const { language } = useLanguage();
  const [first, ...more] = findings;
  const shown = (finding: (typeof findings)[number]) =>
    finding.page ? (
      <Anchor component={Link} to={finding.page} underline="always">
        {finding.said[language]}
      </Anchor>
    ) : (
      finding.said[language]
    );
  return (
    <>
      <Alert color="red" title={t.bad(findings.length)} mb="sm">
        {t.badHelp}
      </Alert>
      <Title order={2} fz={16}>
        {t.firstOne}
      </Title>
      <Text style={{ overflowWrap: 'anywhere' }}>{first ? shown(first) : null}</Text>
      <List mt="xs" style={{ overflowWrap: 'anywhere' }}>
        {more.map((one) => (
          <List.Item key={one.said.vi}>{shown(one)}</List.Item>
        ))}
      </List>
      <Text c="dimmed" mt="xs">
        {at}
      </Text>
    </>
  );
}

function Seals({ seals }: Pick<Checks, 'seals'>) {
  const t = useWords(ledgerWords);
  return (
    <section className="paper" style={{ padding: '14px 18px' }}>
      <Title order={2} fz="lg">
        {t.seals}
      </Title>
      <Text c="dimmed" mb="sm">
        {seals.length ? t.sealsHelp : t.noSeals}
      </Text>
      {seals.length ? (
        <ScrollRegion label={t.seals}>
          <Table aria-label={t.seals} miw={640}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{t.day}</Table.Th>
                <Table.Th scope="col">{t.sealedAt}</Table.Th>
                <Table.Th scope="col">{t.chains}</Table.Th>
                <Table.Th scope="col">{t.lines}</Table.Th>
                <Table.Th scope="col">{t.sealHash}</Table.Th>
                <Table.Th scope="col">
                  <VisuallyHidden>{t.takeSeal}</VisuallyHidden>
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {seals.map((seal) => (
                <Table.Tr key={seal.day}>
                  <Table.Th scope="row">{showDay(seal.day)}</Table.Th>
                  <Table.Td>{showInstant(seal.sealedAt)}</Table.Td>
                  <Table.Td>{showNumber(seal.chains)}</Table.Td>
                  <Table.Td>{showNumber(seal.lines)}</Table.Td>
                  <Table.Td className="ledger-hash">{seal.hash.slice(0, 16)}…</Table.Td>
                  <Table.Td>
                    <Anchor
                      href={addressOf(showSeal, { params: { day: seal.day } })}
                      download={`niem-phong-${seal.day}.json`}
                      aria-label={t.takeSealOf(showDay(seal.day))}
                      underline="always"
                    >
                      {t.takeSeal}
                    </Anchor>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </ScrollRegion>
      ) : null}
    </section>
  );
}
