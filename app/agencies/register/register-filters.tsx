import { Checkbox, Group, NativeSelect, SegmentedControl, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { agencyKinds } from '#app/agencies/agency.ts';
import { agencyWords } from '#app/agencies/agency.words.ts';
import { hierarchyNames } from '#app/agencies/agency-terms.ts';
import { hierarchies } from '#app/agencies/hierarchy.ts';
import { DayField } from '#app/web/day-field.tsx';
import { useLanguage, useWords } from '#app/web/language.tsx';
import type { Register } from './register.contract.ts';
import { registerWords } from './register.words.ts';
import type { RegisterView, useRegisterView } from './use-register-view.ts';

type Given = { register: Register; view: RegisterView; look: ReturnType<typeof useRegisterView>['look'] };

/** What is looked at: list, tree or chart; on which day, in which hierarchy, and which agencies of the list. */
export function RegisterFilters({ register, view, look }: Given) {
  const t = useWords(registerWords);
  const isList = (view.view ?? 'list') === 'list';
  return (
    <div className="no-print register-filters">
      <div className="register-row">
        <SegmentedControl
          aria-label={t.view}
          value={view.view ?? 'list'}
          onChange={(value) => look({ view: value === 'list' ? '' : (value as 'tree' | 'chart') })}
          data={(['list', 'tree', 'chart'] as const).map((one) => ({ value: one, label: t.views[one] }))}
        />
        {isList ? <Search view={view} look={look} /> : <Where {...{ view, look, isList }} />}
      </div>
      {isList ? (
        <div className="register-row">
          <ListFilters register={register} view={view} look={look} />
          <Where {...{ view, look, isList }} />
          <Boxes view={view} look={look} />
        </div>
      ) : null}
    </div>
  );
}

type WhereGiven = Omit<Given, 'register'> & { isList: boolean };

/** In which hierarchy, and on which day. */
function Where({ view, look, isList }: WhereGiven) {
  const t = useWords(registerWords);
  const { language } = useLanguage();
  const names = hierarchies.map((one) => ({ value: one, label: hierarchyNames[language][one] }));
  return (
    <>
      <NativeSelect
        label={t.hierarchy}
        value={view.hierarchy ?? (isList ? '' : 'state')}
        onChange={(event) => look({ hierarchy: event.currentTarget.value as RegisterView['hierarchy'] })}
        data={isList ? [{ value: '', label: t.allHierarchies }, ...names] : names}
      />
      <DayField
        label={t.asOf}
        title={t.asOfHelp}
        value={view.asOf ?? ''}
        onChange={(day) => look({ asOf: day })}
      />
    </>
  );
}

function Search({ view, look }: Omit<Given, 'register'>) {
  const t = useWords(agencyWords);
  return (
    <TextInput
      aria-label={t.search}
      placeholder={`${t.search}: ${t.searchHint}`}
      leftSection={<IconSearch size={16} />}
      value={view.text ?? ''}
      onChange={(event) => look({ text: event.currentTarget.value })}
      className="register-search"
    />
  );
}

function ListFilters({ register, view, look }: Given) {
  const t = useWords(agencyWords);
  const counts = new Map<string, number>();
  for (const { kind, standsThen } of register.agencies)
    if (standsThen || view.ended) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return (
    <NativeSelect
      label={t.kind}
      value={view.kind ?? ''}
      onChange={(event) => look({ kind: event.currentTarget.value })}
      data={[
        { value: '', label: t.allKinds },
        ...agencyKinds
          .filter(({ kind }) => counts.has(kind))
          .map(({ kind, name }) => ({ value: kind, label: `${name} (${counts.get(kind)})` })),
      ]}
    />
  );
}

function Boxes({ view, look }: Omit<Given, 'register'>) {
  const [t, r] = [useWords(agencyWords), useWords(registerWords)];
  return (
    <Group gap="md" className="register-boxes">
      <Checkbox
        label={t.withoutUsers}
        checked={view.users === 'none'}
        onChange={(event) => look({ users: event.currentTarget.checked ? 'none' : '' })}
      />
      <Checkbox
        label={r.ended}
        checked={view.ended === 'too'}
        onChange={(event) => look({ ended: event.currentTarget.checked ? 'too' : '' })}
      />
    </Group>
  );
}
