import { Button, Group, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { showDay } from '#app/web/show.ts';
import { LogForm } from '../log-form.tsx';
import { Section } from '../section.tsx';
import { listOccurrences, type TimeShown } from './recurrence.contract.ts';
import { recurrenceWords } from './recurrence.words.ts';
import { RhythmForm } from './rhythm-form.tsx';

const FIRST = 8;

/** The times of a duty that comes back, each with its own day and state; the focal officer sets how often. */
export function Occurrences({ dutyId }: { dutyId: string }) {
  const t = useWords(recurrenceWords);
  const [isSetting, setSetting] = useState(false);
  const { data } = useQuery({
    queryKey: ['duties', 'occurrences', dutyId],
    queryFn: () => call(listOccurrences, { params: { id: dutyId } }),
  });
  if (!data || !(data.rhythm || data.continuous || data.maySet)) return null;
  return (
    <Section title={t.title}>
      {data.rhythm ? (
        <Text fz="sm" c="dimmed" mb="xs">
          {t.rhythm(data.rhythm.words, data.rhythm.isPrinted)} {t.explain}
        </Text>
      ) : (
        <Text mb="sm">{data.continuous ? t.continuous(data.continuous) : t.none}</Text>
      )}
      {data.rhythm ? <Times times={data.times} /> : null}
      {!data.maySet ? null : isSetting ? (
        <RhythmForm dutyId={dutyId} now={data.rhythm?.words ?? ''} close={() => setSetting(false)} />
      ) : (
        <Button variant="default" mt="sm" onClick={() => setSetting(true)}>
          {data.rhythm ? t.change : t.set}
        </Button>
      )}
    </Section>
  );
}

/** What still has to be done comes first, the oldest on top; then what was done, the latest first. */
const inOrder = (times: TimeShown[]) => [
  ...times.filter(({ doneOn }) => !doneOn),
  ...times.filter(({ doneOn }) => doneOn).toReversed(),
];

function Times({ times }: { times: TimeShown[] }) {
  const t = useWords(recurrenceWords);
  const [isWhole, setWhole] = useState(false);
  if (!times.length) return <Text>{t.noTimes}</Text>;
  const shown = isWhole ? inOrder(times) : inOrder(times).slice(0, FIRST);
  const isShared = new Set(times.map(({ assignmentId }) => assignmentId)).size > 1;
  return (
    <>
      <Table aria-label={t.title}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t.due}</Table.Th>
            {isShared ? <Table.Th scope="col">{t.agency}</Table.Th> : null}
            <Table.Th scope="col">{t.state}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shown.map((time) => (
            <TimeRow key={time.id} time={time} isShared={isShared} />
          ))}
        </Table.Tbody>
      </Table>
      {times.length > FIRST ? (
        <Button variant="subtle" size="compact-sm" onClick={() => setWhole(!isWhole)}>
          {isWhole ? t.fewer : t.all(times.length)}
        </Button>
      ) : null}
    </>
  );
}

function TimeRow({ time, isShared }: { time: TimeShown; isShared: boolean }) {
  const t = useWords(recurrenceWords);
  const [isLogging, setLogging] = useState(false);
  const isLate = time.cell.endsWith('late');
  const said = time.state === 'done' && isLate ? t.doneLate : t.states[time.state];
  const day = showDay(time.dueOn);
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={400} style={{ verticalAlign: 'top' }}>
        {day}
        {time.firstDueOn !== time.dueOn ? (
          <div className="duty-soft">{t.moved(showDay(time.firstDueOn))}</div>
        ) : null}
      </Table.Th>
      {isShared ? <Table.Td style={{ verticalAlign: 'top' }}>{time.agencyName}</Table.Td> : null}
      <Table.Td style={{ verticalAlign: 'top' }}>
        <span className={isLate ? 'late' : undefined}>{said}</span>
        {time.doneOn ? <span className="duty-soft"> {t.doneOn(showDay(time.doneOn))}</span> : null}
        {time.entries ? <div className="duty-soft">{t.entries(time.entries)}</div> : null}
        {time.mayLog && !isLogging ? (
          <Group mt={4}>
            <Button
              size="compact-sm"
              variant="default"
              aria-label={t.logOf(day)}
              onClick={() => setLogging(true)}
            >
              {t.log}
            </Button>
          </Group>
        ) : null}
        {isLogging ? (
          <LogForm
            part={{ id: time.assignmentId }}
            time={{ id: time.id, day }}
            close={() => setLogging(false)}
          />
        ) : null}
      </Table.Td>
    </Table.Tr>
  );
}
