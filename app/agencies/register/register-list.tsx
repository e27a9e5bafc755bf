import { Anchor, Button, Text, Title } from '@mantine/core';
import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import '#app/agencies/agencies.css';
import { agencyKinds, type Chain } from '#app/agencies/agency.ts';
import { agencyWords } from '#app/agencies/agency.words.ts';
import { nameKindNames } from '#app/agencies/agency-terms.ts';
import { useLanguage, useWords } from '#app/web/language.tsx';
import { showDay } from '#app/web/show.ts';
import type { Hit } from './find-agencies.ts';
import { registerWords } from './register.words.ts';

type Kind = { kind: string; name: string; chain: Chain };
type Day = { day: string; isToday: boolean };

/** How many of a kind are shown before its reader asks for the rest. */
const FIRST = 60;

/** Agencies under the heading of their kind, which says whether they are ordered or asked. */
export function RegisterList({ hits, day, isToday }: { hits: Hit[] } & Day) {
  const byKind = Map.groupBy(hits, ({ agency }) => agency.kind);
  return (
    <div className="agency-sections">
      {agencyKinds.map((kind) => {
        const own = byKind.get(kind.kind);
        return own ? <Section key={kind.kind} kind={kind} hits={own} day={day} isToday={isToday} /> : null;
      })}
    </div>
  );
}

function Section({ kind, hits, ...day }: { kind: Kind; hits: Hit[] } & Day) {
  const [t, r] = [useWords(agencyWords), useWords(registerWords)];
  const [all, setAll] = useState(false);
  const shown = all ? hits : hits.slice(0, FIRST);
  return (
    <section className="paper agency-section" aria-labelledby={`kind-${kind.kind}`}>
      <header className="agency-kind">
        <Title order={2} fz={16} id={`kind-${kind.kind}`}>
          {kind.name} <span className="agency-count">{hits.length}</span>
        </Title>
        <Text fz="sm" c="dimmed">
          {t.chains[kind.chain]}
        </Text>
      </header>
      <div>
        <ul className="agency-rows">
          {shown.map((hit) => (
            <Row key={hit.agency.id} hit={hit} {...day} />
          ))}
        </ul>
        {shown.length < hits.length ? (
          <Button variant="subtle" m="xs" onClick={() => setAll(true)}>
            {r.more(hits.length - shown.length)}
          </Button>
        ) : null}
      </div>
    </section>
  );
}

function Row({ hit: { agency, by }, day, isToday }: { hit: Hit } & Day) {
  const [t, r] = [useWords(agencyWords), useWords(registerWords)];
  const { language } = useLanguage();
  const { asOf } = useSearch({ strict: false }) as { asOf?: string };
  const others = [...new Set(agency.names.map(({ name }) => name))].filter((name) => name !== agency.name);
  const facts = [
    ...(agency.standsThen ? [] : [r.notThen(showDay(day))]),
    ...(agency.validFrom ? [r.beganOn(showDay(agency.validFrom))] : []),
    ...(agency.validTo ? [r.endedOn(showDay(agency.validTo))] : []),
    ...(agency.code ? [agency.code] : []),
    ...(by ? [] : others),
    ...(isToday && agency.standsThen ? [agency.people ? t.people(agency.people) : t.nobody] : []),
  ];
  return (
    <li>
      <Anchor component={Link} to={`/agencies/${agency.id}`} search={{ asOf } as never} fw={600}>
        {agency.name}
      </Anchor>
      {by ? (
        <Text fz="sm">
          {r.foundBy(by.name, nameKindNames[language][by.kind])}
          {by.validTo ? r.heldUntil(showDay(by.validTo)) : ''}
        </Text>
      ) : null}
      <Text fz="sm" c="dimmed">
        {facts.join(' · ')}
      </Text>
    </li>
  );
}
