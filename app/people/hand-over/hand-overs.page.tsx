import { Anchor, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { Empty, PageHeader, Waiting } from '#app/web/page-states.tsx';
import { showDay } from '#app/web/show.ts';
import '../people.css';
import { listHandOversForMe } from './hand-over.contract.ts';
import { handOverWords } from './hand-over.words.ts';

/** Hand-overs one takes part in; those to be received come first. */
export function HandOversPage() {
  const t = useWords(handOverWords);
  const { data, error } = useQuery({
    queryKey: ['hand-overs', 'mine'],
    queryFn: () => call(listHandOversForMe, {}),
  });
  if (error && !data) throw error;
  if (!data) return <Waiting />;
  return (
    <>
      <PageHeader title={t.listTitle} lead={t.listLead} />
      {data.handOvers.length ? (
        <ul className="paper person-lines" style={{ padding: '4px 16px' }}>
          {data.handOvers.map((one) => (
            <li key={one.id}>
              <Anchor component={Link} to={`/hand-overs/${one.id}`} fw={one.waitsForMe ? 600 : 400}>
                {t.from(one.personName, one.agencyName)}
              </Anchor>
              <Text fz="sm" c="dimmed">
                {showDay(one.lastDay)}, {one.waitsForMe ? t.waitsForYou : t.shortStates[one.state]}
              </Text>
            </li>
          ))}
        </ul>
      ) : (
        <Empty title={t.none}>
          <Text>{t.noneHelp}</Text>
        </Empty>
      )}
    </>
  );
}
