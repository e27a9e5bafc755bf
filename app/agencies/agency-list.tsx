import { Anchor, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useWords } from '#app/web/language.tsx';
import './agencies.css';
import type { AgencyShown } from './agency.contract.ts';
import type { Chain } from './agency.ts';
import { agencyWords } from './agency.words.ts';

type Kind = { kind: string; name: string; chain: Chain };

/** Agencies under the heading of their kind, which says whether they are ordered or asked. */
export function AgencyList({ kinds, agencies }: { kinds: Kind[]; agencies: AgencyShown[] }) {
  const t = useWords(agencyWords);
  return kinds.map((kind) => {
    const own = agencies.filter((agency) => agency.kind === kind.kind);
    if (!own.length) return null;
    return (
      <section key={kind.kind} className="paper agency-section" aria-labelledby={`kind-${kind.kind}`}>
        <header className="agency-kind">
          <Title order={2} fz={16} id={`kind-${kind.kind}`}>
            {kind.name} <span className="agency-count">{own.length}</span>
          </Title>
          <Text fz="sm" c="dimmed">
            {t.chains[kind.chain]}
          </Text>
        </header>
        <ul className="agency-rows">
          {own.map((agency) => (
            <AgencyRow key={agency.id} agency={agency} />
          ))}
        </ul>
      </section>
    );
  });
}

function AgencyRow({ agency }: { agency: AgencyShown }) {
  const t = useWords(agencyWords);
  const others = agency.names.slice(1);
  return (
    <li>
      <Anchor component={Link} to={`/agencies/${agency.id}`} fw={600}>
        {agency.name}
      </Anchor>
      <Text fz="sm" c="dimmed">
        {others.length ? `${others.join(' · ')} · ` : ''}
        {agency.people ? t.people(agency.people) : t.nobody}
      </Text>
    </li>
  );
}
