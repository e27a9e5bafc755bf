import { Anchor, Badge, Button, Group, List, Paper, Text, TextInput, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { holds, useViewer } from '#app/web/viewer.ts';
import { matchName } from './agency.contract.ts';
import { agencyWords } from './agency.words.ts';
import { matchingWords } from './matching/matching.words.ts';
import { ProposeAgency } from './matching/propose-agency.tsx';

/** Type a name as some plan prints it and see whom the program would give the work to. */
export function TryName() {
  const [t, m] = [useWords(agencyWords), useWords(matchingWords)];
  const mayAdd = holds(useViewer(), 'focal-officer', 'administrator');
  const matching = useMutation({ mutationFn: (name: string) => call(matchName, { query: { name } }) });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get('name')).trim();
    if (name) matching.mutate(name);
  };
  const found = matching.data;
  return (
    <Paper component="section" className="paper" p="md" aria-labelledby="try-name">
      <Title order={2} fz={16} id="try-name">
        {t.tryTitle}
      </Title>
      <form onSubmit={submit}>
        <Group align="end" mt={4}>
          <TextInput
            name="name"
            label={t.tryLabel}
            description={t.tryHelp}
            maxLength={500}
            style={{ flex: '1 1 260px', maxWidth: 560 }}
          />
          <Button type="submit" variant="default" loading={matching.isPending}>
            {t.tryButton}
          </Button>
        </Group>
      </form>
      <div role="status">
        {found ? (
          <>
            <Group gap={8} mt="sm">
              <Badge
                variant="light"
                tt="none"
                size="lg"
                color={found.kind === 'agency' || found.kind === 'group' ? 'river' : 'gray'}
              >
                {t.meant[found.kind]}
              </Badge>
              <Text>{found.explanation}.</Text>
            </Group>
            {found.agencies.length > 1 ? (
              <List mt={6} fz="sm" className="agency-found">
                {found.agencies.map((agency) => (
                  <List.Item key={agency.id}>{agency.name}</List.Item>
                ))}
              </List>
            ) : null}
            {found.proposal && mayAdd ? (
              <div style={{ marginTop: 8 }}>
                <ProposeAgency proposal={found.proposal} added={() => matching.mutate(matching.variables!)} />
              </div>
            ) : null}
          </>
        ) : null}
      </div>
      <Anchor component={Link} to="/agencies/groups" fz="sm" mt="sm" display="inline-block">
        {m.toGroups}
      </Anchor>
    </Paper>
  );
}
