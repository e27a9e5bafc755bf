import { Anchor, Button, SegmentedControl, Stack, Table, Text, TextInput } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { Empty, PageHeader, Waiting } from '#app/web/page-states.tsx';
import { ScrollRegion } from '#app/web/scroll-region.tsx';
import { showDay, showInstant } from '#app/web/show.ts';
import { type LetterRow, listLetters } from './correspondence.contract.ts';
import { letterWords } from './correspondence.words.ts';
import { type LetterState, letterStates } from './letter.ts';
import { Suggestions } from './suggestions.tsx';
import { useStarting } from './use-starting.ts';
import { WaitingLetters } from './waiting-letters.tsx';
import './letters.css';

type View = { state?: LetterState; text?: string };

/** Letters: what needs one first, then those there are. */
export function LettersPage() {
  const t = useWords(letterWords);
  const view = useSearch({ strict: false }) as View;
  const navigate = useNavigate();
  const { data, error } = useQuery({
    queryKey: ['letters', 'list', view],
    queryFn: () => call(listLetters, { query: view }),
    placeholderData: keepPreviousData,
  });
  if (error && !data) throw error;
  if (!data) return <Waiting />;
  const look = (change: Record<string, string>) =>
    void navigate({
      to: '/letters',
      search: Object.fromEntries(
        Object.entries({ ...view, ...change }).filter(([, value]) => value),
      ) as never,
      replace: true,
    });
  const total = letterStates.reduce((sum, state) => sum + data.counts[state], 0);
  return (
    <>
      <PageHeader title={t.title} lead={t.lead}>
        {data.mayWrite ? <ReportButton /> : null}
        <Button component={Link} to="/letters/check" variant="default">
          {t.check}
        </Button>
        {data.mayWrite ? (
          <Button component={Link} to="/letters/rules" variant="default">
            {t.rules}
          </Button>
        ) : null}
      </PageHeader>
      <Stack>
        {data.mayWrite ? (
          <WaitingLetters letters={data.letters.filter((one) => one.fromLadder && one.state === 'draft')} />
        ) : null}
        {data.mayWrite ? <Suggestions /> : null}
        <div className="letter-filters">
          <SegmentedControl
            aria-label={t.whichState}
            value={view.state ?? ''}
            onChange={(state) => look({ state })}
            data={[
              { value: '', label: t.all(total) },
              ...letterStates.map((one) => ({
                value: one,
                label: t.counted(t.states[one], data.counts[one]),
              })),
            ]}
          />
          <TextInput
            aria-label={t.find}
            placeholder={t.find}
            defaultValue={view.text ?? ''}
            onChange={(event) => look({ text: event.currentTarget.value })}
          />
        </div>
        {data.letters.length ? (
          <Letters letters={data.letters} />
        ) : (
          <Empty title={t.empty}>
            <Text>{data.mayWrite ? t.emptyWrite : t.emptyRead}</Text>
          </Empty>
        )}
      </Stack>
    </>
  );
}

/** A report on all work to the one above, drafted from the figures. */
function ReportButton() {
  const t = useWords(letterWords);
  const starting = useStarting();
  return (
    <Button
      variant="default"
      loading={starting.isPending}
      onClick={() => starting.mutate({ draftKind: 'report' })}
    >
      {t.writeReport}
    </Button>
  );
}

/** A table; on a phone one card a letter. */
function Letters({ letters }: { letters: LetterRow[] }) {
  const narrow = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false });
  return narrow ? <LetterCards letters={letters} /> : <LettersTable letters={letters} />;
}

function LetterCards({ letters }: { letters: LetterRow[] }) {
  const t = useWords(letterWords);
  return (
    <ul className="letter-cards paper letter-part" aria-label={t.table}>
      {letters.map((one) => (
        <li key={one.id}>
          <Text fz="sm" c="dimmed">
            {[t.states[one.state], one.symbol ?? t.noSymbol, one.dated && showDay(one.dated)]
              .filter(Boolean)
              .join(' · ')}
          </Text>
          <Anchor component={Link} to={`/letters/${one.id}`}>
            {one.title}
          </Anchor>
          <Text fz="sm">{[t.kinds[one.draftKind], ...one.addressees].join(' · ')}</Text>
        </li>
      ))}
    </ul>
  );
}

function LettersTable({ letters }: { letters: LetterRow[] }) {
  const t = useWords(letterWords);
  return (
    <ScrollRegion className="paper" label={t.table}>
      <Table aria-label={t.table} miw={760} verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            {Object.values(t.columns).map((column) => (
              <Table.Th scope="col" key={column}>
                {column}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {letters.map((one) => (
            <Table.Tr key={one.id}>
              <Table.Td style={{ whiteSpace: 'nowrap' }}>
                {one.symbol ?? (
                  <Text span c="dimmed" inherit>
                    {t.noSymbol}
                  </Text>
                )}
                {one.dated ? <div>{showDay(one.dated)}</div> : null}
              </Table.Td>
              <Table.Td>
                <Anchor component={Link} to={`/letters/${one.id}`}>
                  {one.title}
                </Anchor>
                <Text fz="sm" c="dimmed">
                  {t.kinds[one.draftKind]}
                </Text>
              </Table.Td>
              <Table.Td>{one.addressees.join('; ')}</Table.Td>
              <Table.Td>
                {t.states[one.state]}
                {one.stampedOn ? (
                  <Text fz="sm" c="dimmed">
                    {t.stamped(showDay(one.stampedOn))}
                  </Text>
                ) : null}
              </Table.Td>
              <Table.Td>{t.changed(one.changedBy ?? t.program, showInstant(one.changedAt))}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollRegion>
  );
}
