import { Alert, Anchor, Button, Group, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import { LedgerOf } from '#app/ledger/ledger-of.tsx';
import { call } from '#app/web/call.ts';
import { useWords } from '#app/web/language.tsx';
import { PageHeader, Waiting } from '#app/web/page-states.tsx';
import { showDay, showInstant } from '#app/web/show.ts';
import { Mistake, Part } from './part.tsx';
import { correctPerson, type ShownPerson } from './people.contract.ts';
import { PersonAbsences } from './person-absences.tsx';
import { PersonContact } from './person-contact.tsx';
import { PersonInvite } from './person-invite.tsx';
import { PersonLeaving } from './person-leaving.tsx';
import { PersonRoles } from './person-roles.tsx';
import './people.css';
import { personQuery } from './people.queries.ts';
import { peopleWords } from './people.words.ts';
import { useSaving } from './use-saving.ts';

/** One person: what they hold and held, who stands in, how they leave; and everything that happened. */
export function PersonPage() {
  const t = useWords(peopleWords);
  const { id } = useParams({ strict: false }) as { id: string };
  const { data, error } = useQuery(personQuery(id));
  if (error && !data) throw error;
  if (!data) return <Waiting />;
  const seen = data.lastSeenAt ? t.lastSeen(showInstant(data.lastSeenAt)) : t.never;
  const lead = [data.title, data.endedOn ? t.leftOn(showDay(data.endedOn)) : seen].filter(Boolean).join(', ');
  return (
    <>
      {data.isMe ? (
        <Text c="dimmed" fz="sm">
          {t.me}
        </Text>
      ) : (
        <Anchor component={Link} to="/people" fz="sm">
          ← {t.back}
        </Anchor>
      )}
      <PageHeader title={data.name} lead={lead} />
      {data.isErased ? (
        <Alert mb="md" color="gray">
          {t.erased}
        </Alert>
      ) : null}
      <div className="person-parts">
        <PersonRoles person={data} />
        <PersonAbsences person={data} />
        {data.may.correct || data.may.changeEmail ? <Details person={data} /> : null}
        {data.may.invite ? <PersonInvite person={data} /> : null}
        <PersonContact person={data} />
        <PersonLeaving person={data} />
      </div>
      <Part title={t.history} id="history">
        <LedgerOf subjectKind="person" subjectId={data.id} />
      </Part>
    </>
  );
}

function Details({ person }: { person: ShownPerson }) {
  const t = useWords(peopleWords);
  const saving = useSaving(
    (body: { name: string; title: string; email: string }) =>
      call(correctPerson, { params: { id: person.id }, body }),
    t.saved,
  );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const of = (field: string) => String(form.get(field) ?? '').trim();
    saving.mutate({ name: of('name'), title: of('title'), email: of('email') || person.email });
  };
  const fixed = !person.may.changeEmail;
  return (
    <Part title={t.details} id="details">
      <form onSubmit={submit} key={person.name + person.title + person.email}>
        <Group align="start" gap="sm">
          <TextInput
            name="name"
            label={t.name}
            defaultValue={person.name}
            required
            style={{ flex: '1 1 200px' }}
          />
          <TextInput
            name="title"
            label={t.position}
            defaultValue={person.title ?? ''}
            style={{ flex: '1 1 160px' }}
          />
          <TextInput
            name="email"
            type="email"
            label={t.email}
            description={fixed ? t.emailHelp : undefined}
            readOnly={fixed}
            defaultValue={person.email}
            error={saving.errorAt('email')}
            style={{ flex: '1 1 220px' }}
          />
        </Group>
        <Button type="submit" variant="default" mt="sm" loading={saving.isPending}>
          {t.save}
        </Button>
        <Mistake error={saving.error} />
      </form>
    </Part>
  );
}
