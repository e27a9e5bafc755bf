import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { Role } from '#app/platform/viewer.ts';
import { useWords } from '#app/web/language.tsx';
import { shellWords } from '#app/web/shell.words.ts';
import { peopleWords } from './people.words.ts';
import { roleWords } from './role.words.ts';

export type Grantable = { agencyId: string; agencyName: string; roles: Role[] }[];

/** Agency and role, with the sentence that says what the role may do. */
export function RoleChoice({
  grantable,
  errorAt,
}: {
  grantable: Grantable;
  errorAt: (path: string) => string | undefined;
}) {
  const t = useWords(peopleWords);
  const shell = useWords(shellWords);
  const sentences = useWords(roleWords);
  const [agencyId, setAgency] = useState(grantable[0]?.agencyId ?? '');
  const open = grantable.find((one) => one.agencyId === agencyId)?.roles ?? [];
  const [chosen, setRole] = useState<Role>('staff');
  const role = open.includes(chosen) ? chosen : (open[0] ?? 'staff');
  return (
    <>
      <NativeSelect
        name="agency"
        label={t.agency}
        required
        value={agencyId}
        error={errorAt('agencyId')}
        onChange={(event) => setAgency(event.currentTarget.value)}
        data={grantable.map((one) => ({ value: one.agencyId, label: one.agencyName }))}
      />
      <NativeSelect
        name="role"
        label={t.role}
        required
        value={role}
        error={errorAt('role')}
        onChange={(event) => setRole(event.currentTarget.value as Role)}
        data={open.map((one) => ({ value: one, label: shell.roles[one] }))}
      />
      <p className="role-sentence" role="status" aria-label={t.may}>
        {sentences[role]}
      </p>
    </>
  );
}
