import { Anchor, Button, List, Paper, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '#app/web/language.tsx';
import { PageHeader, Waiting } from '#app/web/page-states.tsx';
import { shellWords } from '#app/web/shell.words.ts';
import { AddName } from './add-name.tsx';
import './agencies.css';
import { agencyQuery } from './agency.queries.ts';
import { chainOf } from './agency.ts';
import { agencyWords } from './agency.words.ts';

export function AgencyPage() {
  const t = useWords(agencyWords);
  const shell = useWords(shellWords);
  const { id } = useParams({ strict: false }) as { id: string };
  const { data, error } = useQuery(agencyQuery(id));
  if (error) throw error;
  if (!data) return <Waiting />;
  return (
    <>
      <Anchor component={Link} to="/agencies" fz="sm">
        ← {t.back}
      </Anchor>
      <PageHeader
        title={data.name}
        lead={`${data.kindName}. ${data.parents[0] ? `${t.unitOf(data.parents[0].otherName)}. ` : ''}${t.chains[chainOf(data.kind)]}`}
      >
        <Button component={Link} to="/duties" search={{ agency: data.id } as never} variant="default">
          {t.duties}
        </Button>
      </PageHeader>
      <div className="agency-facts">
        <Facts title={t.otherNames}>
          {data.names.length ? (
            <List>
              {data.names.map((other) => (
                <List.Item key={other.id}>
                  {other.name}{' '}
                  <Text span c="dimmed" fz="sm">
                    ({t.nameKinds[other.kind]})
                  </Text>
                </List.Item>
              ))}
            </List>
          ) : (
            <Text c="dimmed">{t.noOtherNames}</Text>
          )}
          {data.mayKeep ? <AddName agencyId={data.id} /> : null}
        </Facts>
        <Facts title={t.staff}>
          {data.staff.length ? (
            <List>
              {data.staff.map((person) => (
                <List.Item key={person.name + person.role}>
                  {person.name}
                  <Text c="dimmed" fz="sm">
                    {[person.title, shell.roles[person.role]].filter(Boolean).join(', ')}
                  </Text>
                </List.Item>
              ))}
            </List>
          ) : (
            <Text c="dimmed">{t.nobody}</Text>
          )}
        </Facts>
        {data.units.length ? (
          <Facts title={t.units}>
            <List>
              {data.units.map((unit) => (
                <List.Item key={unit.id}>
                  <Anchor component={Link} to={`/agencies/${unit.otherId}`}>
                    {unit.otherName}
                  </Anchor>
                </List.Item>
              ))}
            </List>
          </Facts>
        ) : null}
      </div>
    </>
  );
}

function Facts({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Paper component="section" className="paper" p="md">
      <Title order={2} fz={16} mb={8}>
        {title}
      </Title>
      {children}
    </Paper>
  );
}
