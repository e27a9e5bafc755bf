import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useWords } from '#app/web/language.tsx';
import { shellWords } from '#app/web/shell.words.ts';
import { showDay, showInstant } from '#app/web/show.ts';
import type { PersonRow } from './people.contract.ts';
import { peopleWords } from './people.words.ts';
import './people.css';

/** One person a line: who, in which roles, and when they were last here. */
export function PersonList({ people, idleDays }: { people: PersonRow[]; idleDays: number }) {
  return (
    <ul className="paper people-rows">
      {people.map((person) => (
        <PersonLine key={person.id} person={person} idleDays={idleDays} />
      ))}
    </ul>
  );
}

function PersonLine({ person, idleDays }: { person: PersonRow; idleDays: number }) {
  const t = useWords(peopleWords);
  const shell = useWords(shellWords);
  return (
    <li className="people-row">
      <div>
        <Anchor component={Link} to={`/people/${person.id}`} fw={600}>
          {person.name}
        </Anchor>
        <Text fz="sm" c="dimmed" className="people-break">
          {[person.title, person.email].filter(Boolean).join(' · ')}
        </Text>
      </div>
      <div>
        {person.roles.length ? (
          person.roles.map((held) => (
            <Text key={held.agencyId + held.role + held.from} fz="sm">
              {shell.roles[held.role]}, {held.agencyName}
            </Text>
          ))
        ) : (
          <Text fz="sm" c="dimmed">
            {t.noRole}
          </Text>
        )}
      </div>
      <Text fz="sm" c="dimmed">
        <Standing person={person} idleDays={idleDays} />
      </Text>
    </li>
  );
}

function Standing({ person, idleDays }: { person: PersonRow; idleDays: number }) {
  const t = useWords(peopleWords);
  if (person.endedOn) return t.leftOn(showDay(person.endedOn));
  if (person.substitute) return t.awayBy(person.substitute);
  if (!person.lastSeenAt) return t.never;
  const seen = t.lastSeen(showInstant(person.lastSeenAt));
  return person.isIdle ? `${t.idle(idleDays)}, ${seen}` : seen;
}
