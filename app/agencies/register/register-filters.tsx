import { Checkbox, Group, NativeSelect, SegmentedControl, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { agencyKinds } from '#app/agencies/agency.ts';
import { agencyWords } from '#app/agencies/agency.words.ts';
import { hierarchyNames } from '#app/agencies/agency-terms.ts';
import { hierarchies } from '#app/agencies/hierarchy.ts';
import { useLanguage, useWords } from '#app/web/language.tsx';
import type { Register } from './register.contract.ts';
import { registerWords } from './register.words.ts';
import type { RegisterView, useRegisterView } from './use-register-view.ts';

type Given = { register: Register; view: RegisterView; look: ReturnType<typeof useRegisterView>['look'] };

/** What is looked at: list, tree or chart; on which day, in which hierarchy, and which agencies of the list. */
export function RegisterFilters({ register, view, look }: Given) {
  const t = useWords(registerWords);
  const { language } = useLanguage();
  const isList = (view.view ?? 'list') === 'list';
  const names = hierarchies.map((one) => ({ value: one, label: hierarchyNames[language][one] }));
  return (
    <div className="no-print">
      <Group mb="sm" align="end" gap="sm">
        <SegmentedControl
          aria-label={t.view}
          value={view.view ?? 'list'}
          onChange={(value) => look({ view: value === 'list' ? '' : (value as 'tree' | 'chart') })}
          data={(['list', 'tree', 'chart'] as const).map((one) => ({ value: one, label: t.views[one] }))}
        />
        <NativeSelect
          label={t.hierarchy}
          value={view.hierarchy ?? (isList ? '' : 'state')}
          onChange={(event) => look({ hierarchy: event.currentTarget.value as RegisterView['hierarchy'] })}
          data={isList ? [{ value: '', label: t.allHierarchies }, ...names] : names}
        />
        <TextInput
          type="date"
          label={t.asOf}
          title={t.asOfHelp}
          value={view.asOf ?? ''}
          onChange={(event) => look({ asOf: event.currentTarget.value })}
        />
        {isList ? <ListFilters register={register} view={view} look={look} /> : null}
      </Group>
    </div>
  );
}

function ListFilters({ register, view, look }: Given) {
  const [t, r] = [useWords(agencyWords), useWords(registerWords)];
  const counts = new Map<string, number>();
  for (const { kind, standsThen } of register.agencies)
    if (standsThen || view.ended) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return (
    <>
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
      <TextInput
        label={t.search}
        placeholder={t.searchHint}
        leftSection={<IconSearch size={16} />}
        value={view.text ?? ''}
        onChange={(event) => look({ text: event.currentTarget.value })}
        style={{ flex: '1 1 260px', maxWidth: 480 }}
      />
      <Group gap="md" w="100%">
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
    </>
  );
}
