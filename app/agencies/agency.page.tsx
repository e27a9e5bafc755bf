import { Anchor, Button, List, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { LedgerOf } from '#app/ledger/ledger-of.tsx';
import type { Answer } from '#app/platform/contract.ts';
import { DayField } from '#app/web/day-field.tsx';
import { useLanguage, useWords } from '#app/web/language.tsx';
import { PageHeader, Waiting } from '#app/web/page-states.tsx';
import { shellWords } from '#app/web/shell.words.ts';
import { showDay } from '#app/web/show.ts';
import { WriteLetter } from '#app/web/write-letter.tsx';
import './agencies.css';
import { agencyQuery } from './agency.queries.ts';
import { chainOf } from './agency.ts';
import { agencyWords } from './agency.words.ts';
import { hierarchyNames } from './agency-terms.ts';
import { DatedRow, Facts } from './record/facts.tsx';
import { FactsSection } from './record/facts-section.tsx';
import { NamesSection } from './record/names-section.tsx';
import { PlacesSection } from './record/places-section.tsx';
import type { showAgency } from './record/record.contract.ts';
import { recordWords } from './record/record.words.ts';
import { SuccessionOf } from './succession/succession-of.tsx';

type Shown = Answer<typeof showAgency>;

/** One agency with its history, today or as it stood on a day. */
export function AgencyPage() {
  const [t, r] = [useWords(agencyWords), useWords(recordWords)];
  const { id } = useParams({ strict: false }) as { id: string };
  const { asOf } = useSearch({ strict: false }) as { asOf?: string };
  const { data, error } = useQuery(agencyQuery(id, asOf));
  if (error && !data) throw error;
  if (!data) return <Waiting />;
  return (
    <>
      <Anchor component={Link} to="/agencies" search={{ asOf } as never} fz="sm">
        ← {t.back}
      </Anchor>
      <PageHeader title={data.nameThen} lead={`${data.kindName}. ${t.chains[chainOf(data.kind)]}`}>
        <AsOf agency={data} asOf={asOf} />
        <Button component={Link} to="/duties" search={{ agency: data.id } as never} variant="default">
          {t.duties}
        </Button>
        <WriteLetter about={{ agencyId: data.id }} size="sm" />
      </PageHeader>
      <OfAnotherDay agency={data} />
      <div className="agency-facts">
        <NamesSection id={data.id} names={data.names} day={data.day} mayKeep={data.mayKeep} />
        <FactsSection key={data.id} agency={data} />
        <PlacesSection id={data.id} places={data.parents} day={data.day} asOf={asOf} mayKeep={data.mayKeep} />
        <Units agency={data} asOf={asOf} />
        <SuccessionOf agencyId={data.id} />
        <Staff agency={data} />
      </div>
      <div className="agency-history">
        <Facts title={r.history}>
          <LedgerOf subjectKind="agency" subjectId={data.id} />
        </Facts>
      </div>
    </>
  );
}

function AsOf({ agency, asOf }: { agency: Shown; asOf: string | undefined }) {
  const r = useWords(recordWords);
  const navigate = useNavigate();
  return (
    <DayField
      label={r.asOf}
      className="agency-as-of"
      value={asOf ?? ''}
      onChange={(day) =>
        void navigate({
          to: `/agencies/${agency.id}`,
          search: (day ? { asOf: day } : {}) as never,
          replace: true,
        })
      }
    />
  );
}

function OfAnotherDay({ agency }: { agency: Shown }) {
  const r = useWords(recordWords);
  if (agency.isToday && agency.standsThen) return null;
  return (
    <Text role="status" mb="md" className="register-day">
      {agency.standsThen ? r.onDay(showDay(agency.day)) : r.notThen(showDay(agency.day))}{' '}
      {agency.name === agency.nameThen ? '' : `${r.nameToday(agency.name)} `}
      {agency.isToday ? null : (
        <Anchor component={Link} to={`/agencies/${agency.id}`} underline="always">
          {r.today}
        </Anchor>
      )}
    </Text>
  );
}

function Units({ agency, asOf }: { agency: Shown; asOf: string | undefined }) {
  const r = useWords(recordWords);
  const { language } = useLanguage();
  if (!agency.units.length) return null;
  return (
    <Facts title={r.units}>
      <ul className="agency-dated-rows">
        {agency.units.map((unit) => (
          <DatedRow
            key={unit.id}
            row={unit}
            day={agency.day}
            label={unit.otherName}
            shown={
              <Anchor component={Link} to={`/agencies/${unit.otherId}`} search={{ asOf } as never}>
                {unit.otherName}
              </Anchor>
            }
            note={hierarchyNames[language][unit.hierarchy]}
          />
        ))}
      </ul>
    </Facts>
  );
}

function Staff({ agency }: { agency: Shown }) {
  const t = useWords(agencyWords);
  const shell = useWords(shellWords);
  return (
    <Facts title={t.staff}>
      {agency.staff.length ? (
        <List>
          {agency.staff.map((person) => (
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
  );
}
