import { Button, Group, MultiSelect, Table, VisuallyHidden } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ProposeAgency } from '#app/agencies/matching/propose-agency.tsx';
import { useWords } from '#app/web/language.tsx';
import type { NameShown } from './publication.contract.ts';
import { publicationWords } from './publication.words.ts';
import './duties.css';
import './publish.css';

type Agencies = { id: string; name: string }[];
type Props = {
  names: NameShown[];
  agencies: Agencies;
  decided: Record<string, string[]>;
  /** null: back to what was matched. */
  decide: (printed: string, agencyIds: string[] | null) => void;
};

/** What needs a look comes first: to be chosen, groups, names left as printed; then the rest as the text has them. */
const urgency = (name: NameShown): number =>
  name.mustBeDecided ? 0 : name.kind === 'group' ? 1 : name.kind === 'unnamed' ? 2 : 3;

/** Each printed name, why it means whom, and a way to say otherwise. */
export function NamesTable({ names, agencies, decided, decide }: Props) {
  const t = useWords(publicationWords);
  const sorted = names.toSorted((a, b) => urgency(a) - urgency(b));
  return (
    <Table className="paper publish-table" aria-label={t.names}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t.printed}</Table.Th>
          <Table.Th scope="col">{t.agencies}</Table.Th>
          <Table.Th scope="col">
            <VisuallyHidden>{t.change}</VisuallyHidden>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {sorted.map((name) => (
          <NameRow
            key={name.printed}
            name={name}
            agencies={agencies}
            chosen={decided[name.printed]}
            decide={(agencyIds) => decide(name.printed, agencyIds)}
          />
        ))}
      </Table.Tbody>
    </Table>
  );
}

type ChoiceProps = {
  name: NameShown;
  agencies: Agencies;
  chosen: string[] | undefined;
  decide: (agencyIds: string[] | null) => void;
};

function NameRow({ name, agencies, chosen, decide }: ChoiceProps) {
  const t = useWords(publicationWords);
  const [changing, setChanging] = useState(false);
  const open = name.mustBeDecided && !chosen;
  const agencyIds = chosen ?? name.agencyIds;
  const counts = [
    name.asHolder ? t.asHolder(name.asHolder) : null,
    name.asCoordinator ? t.asCoordinator(name.asCoordinator) : null,
  ];
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={400}>
        <span className="document-text">{name.printed}</span>
        <div className="duty-soft">{counts.filter(Boolean).join(', ')}</div>
      </Table.Th>
      <Table.Td>
        {open ? <b className="late">{t.must}</b> : <Given ids={agencyIds} agencies={agencies} />}
        <div className="duty-soft">{name.explanation}</div>
        {open ? <Proposed name={name} decide={decide} /> : null}
        <Candidates name={name} agencies={agencies} chosen={chosen} decide={decide} />
        {open || changing ? (
          <Choice name={name} agencies={agencies} chosen={agencyIds} decide={decide} />
        ) : null}
      </Table.Td>
      <Table.Td ta="right">
        {open ? null : (
          <Button
            size="compact-sm"
            variant="subtle"
            aria-label={changing ? undefined : t.changeOf(name.printed)}
            onClick={() => setChanging(!changing)}
          >
            {changing ? t.hideGroup : agencyIds.length > 3 ? t.showGroup : t.change}
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

function Choice({ name, agencies, chosen, decide }: ChoiceProps) {
  const t = useWords(publicationWords);
  return (
    <Group gap="xs" mt={6} align="start">
      <MultiSelect
        flex="1 1 260px"
        maw={560}
        aria-label={t.choose(name.printed)}
        placeholder={t.placeholder}
        data={agencies.map(({ id, name: label }) => ({ value: id, label }))}
        value={chosen ?? []}
        onChange={(ids) => decide(ids.length ? ids : name.mustBeDecided ? null : [])}
        searchable
        hidePickedOptions
      />
      {chosen?.length || name.mustBeDecided ? (
        <Button variant="default" onClick={() => decide([])}>
          {t.leave}
        </Button>
      ) : null}
    </Group>
  );
}

/** A body that the register does not hold yet: it is added without leaving the page, and the name means it. */
function Proposed({ name, decide }: { name: NameShown; decide: (agencyIds: string[]) => void }) {
  const client = useQueryClient();
  if (!name.proposal) return null;
  const added = async (id: string) => {
    await client.invalidateQueries({ queryKey: ['duties', 'publication'] });
    decide([id]);
  };
  return (
    <Group mt={6}>
      <ProposeAgency proposal={name.proposal} added={(id) => void added(id)} />
    </Group>
  );
}

function Given({ ids, agencies }: { ids: string[]; agencies: Agencies }) {
  const t = useWords(publicationWords);
  if (!ids.length) return <span>{t.left}</span>;
  if (ids.length > 3) return <b>{t.group(ids.length)}</b>;
  return <b>{ids.map((id) => agencies.find((agency) => agency.id === id)?.name).join('; ')}</b>;
}

/** Whom an unclear name may mean, one press each. */
function Candidates({ name, agencies, chosen, decide }: ChoiceProps) {
  const t = useWords(publicationWords);
  if (!name.mustBeDecided || chosen || !name.candidates.length) return null;
  return (
    <Group gap="xs" mt={6}>
      <span className="duty-soft">{t.maybe}</span>
      {name.candidates.slice(0, 6).map((id) => (
        <Button key={id} size="compact-sm" variant="light" onClick={() => decide([id])}>
          {agencies.find((agency) => agency.id === id)?.name}
        </Button>
      ))}
    </Group>
  );
}
