import { Anchor, Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useDeferredValue, useMemo } from 'react';
import { useWords } from '#app/web/language.tsx';
import { Empty, PageHeader, Waiting } from '#app/web/page-states.tsx';
import { showDay } from '#app/web/show.ts';
import { AddAgency } from './add-agency.tsx';
import { registerOnQuery } from './agency.queries.ts';
import { agencyWords } from './agency.words.ts';
import { BookButtons } from './book/book-buttons.tsx';
import { groupWords } from './groups/group.words.ts';
import { membersOfHierarchy } from './register/agency-tree.ts';
import { finderOf } from './register/find-agencies.ts';
import { OrgChart } from './register/org-chart.tsx';
import type { Register } from './register/register.contract.ts';
import { registerWords } from './register/register.words.ts';
import { RegisterFilters } from './register/register-filters.tsx';
import { RegisterList } from './register/register-list.tsx';
import { RegisterTree } from './register/register-tree.tsx';
import { type RegisterView, useRegisterView } from './register/use-register-view.ts';
import { ChangesButton } from './succession/succession-of.tsx';
import { TryName } from './try-name.tsx';

/** The register: who can be given work, found by any name ever held, as a list, a tree or a chart, today or on a day. */
export function AgenciesPage() {
  const [t, r, g] = [useWords(agencyWords), useWords(registerWords), useWords(groupWords)];
  const { look, ...view } = useRegisterView();
  const [adding, { open, close }] = useDisclosure(false);
  const { data, error } = useQuery(registerOnQuery(view.asOf));
  if (error && !data) throw error;
  if (!data) return <Waiting />;
  return (
    <>
      <PageHeader title={t.title} lead={t.lead}>
        <ChangesButton />
        <Button component={Link} to="/agencies/groups" variant="default">
          {g.title}
        </Button>
        <BookButtons mayKeep={data.mayKeep} />
        {data.mayKeep ? (
          <Button leftSection={<IconPlus size={18} />} onClick={open}>
            {t.add}
          </Button>
        ) : null}
      </PageHeader>
      <RegisterFilters register={data} view={view} look={look} />
      {data.isToday ? null : (
        <Text role="status" mb="md" className="register-day">
          {r.onDay(showDay(data.day))}{' '}
          <Anchor component="button" type="button" onClick={() => look({ asOf: '' })}>
            {r.today}
          </Anchor>
        </Text>
      )}
      {view.view === 'tree' ? (
        <RegisterTree register={data} hierarchy={view.hierarchy ?? 'state'} />
      ) : view.view === 'chart' ? (
        <OrgChart register={data} hierarchy={view.hierarchy ?? 'state'} whole={view.whole === 'yes'} />
      ) : (
        <Found register={data} view={view} />
      )}
      {data.mayKeep ? <AddAgency opened={adding} close={close} /> : null}
    </>
  );
}

function Found({ register, view }: { register: Register; view: RegisterView }) {
  const t = useWords(agencyWords);
  const find = useMemo(() => finderOf(register.agencies, register.day), [register]);
  const text = useDeferredValue(view.text ?? '');
  const within = useMemo(
    () =>
      new Set(
        (view.hierarchy ? membersOfHierarchy(register.agencies, view.hierarchy) : register.agencies).map(
          ({ id }) => id,
        ),
      ),
    [register, view.hierarchy],
  );
  // Who looks for a name finds its holder, be it gone; who looks through the list sees those that stand.
  const hits = find(text).filter(
    ({ agency }) =>
      (text || view.ended || agency.standsThen) &&
      (!view.kind || agency.kind === view.kind) &&
      (!view.users || agency.people === 0) &&
      (within.has(agency.id) || !agency.standsThen),
  );
  return (
    <>
      <Text role="status" mb="sm" c="dimmed">
        {t.count(hits.length)}
      </Text>
      {hits.length ? (
        <RegisterList hits={hits} day={register.day} isToday={register.isToday} />
      ) : (
        <Empty title={register.agencies.length ? t.none : t.empty}>
          <Text c="dimmed">{register.agencies.length ? t.noneHelp : t.emptyHelp}</Text>
        </Empty>
      )}
      <div style={{ marginTop: 16 }}>
        <TryName />
      </div>
    </>
  );
}
