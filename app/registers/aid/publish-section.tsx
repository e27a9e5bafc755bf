import { Anchor, List, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { Waiting } from '#app/web/page-states.tsx';
import { aidActivities } from './aid.contract.ts';
import { aidWords } from './aid.words.ts';
import { PublisherLine } from './publisher-line.tsx';

/** Which items go into the file for IATI and which lack something; the file for a publisher. */
export function PublishSection() {
  const t = useWords(aidWords);
  const { data } = useQuery({ queryKey: ['aid', 'activities'], queryFn: () => call(aidActivities, {}) });
  return (
    <section aria-labelledby="aid-iati">
      <Title order={2} fz={20} id="aid-iati" mt="lg" mb="sm">
        {t.iati}
      </Title>
      {data ? <Text mb="sm">{t.ready(data.ready, data.early)}</Text> : <Waiting />}
      {data?.lacking.length ? (
        <List mb="sm">
          {data.lacking.map(({ id, name, lacks }) => (
            <List.Item key={id}>
              <Anchor component={Link} to={`/registers/aid-project/${id}`} underline="always">
                {name}
              </Anchor>
              : {t.lacking(lacks.join(', '))}
            </List.Item>
          ))}
        </List>
      ) : null}
      <PublisherLine mayGetFile={(data?.ready ?? 0) > 0} />
    </section>
  );
}
