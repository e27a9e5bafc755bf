import { Anchor, Button, Group, List, Text, TextInput, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { addressOf } from '#app/platform/contract.ts';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { Waiting } from '#app/web/page-states.tsx';
import { aidActivities, aidPaths, reporterAsked } from './aid.contract.ts';
import { aidWords } from './aid.words.ts';

/** Which items go into the file for IATI and which lack something; the file for a publisher. */
export function PublishSection() {
  const t = useWords(aidWords);
  const [ref, setRef] = useState('');
  const { data } = useQuery({ queryKey: ['aid', 'activities'], queryFn: () => call(aidActivities, {}) });
  const isReady = reporterAsked.shape.ref.safeParse(ref).success && (data?.ready ?? 0) > 0;
  const href = addressOf({ path: aidPaths.activities } as never, { query: { ref: ref.trim() } });
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
      <Group align="end" className="no-print">
        <TextInput
          label={t.ref}
          description={t.refHelp}
          value={ref}
          onChange={(event) => setRef(event.currentTarget.value)}
          miw={280}
        />
        {isReady ? (
          <Button component="a" href={href} download variant="default">
            {t.getFile}
          </Button>
        ) : (
          <Button disabled variant="default">
            {t.getFile}
          </Button>
        )}
      </Group>
    </section>
  );
}
