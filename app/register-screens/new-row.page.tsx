import { Anchor } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { createRow } from '#app/registers/register.contract.ts';
import { call, type Refusal } from '#app/web/call.ts';
import { useLanguage, useWords } from '#app/web/language.tsx';
import { PageHeader, Waiting } from '#app/web/page-states.tsx';
import { RowForm, type RowFormGiven } from './row-form.tsx';
import { screenWords } from './screens.words.ts';
import { useRegister } from './use-register.ts';
import './screens.css';

/** A new row of a register. */
export function NewRowPage() {
  const t = useWords(screenWords);
  const { language } = useLanguage();
  const { register: name } = useParams({ strict: false }) as { register: string };
  const register = useRegister(name);
  const client = useQueryClient();
  const navigate = useNavigate();
  const saving = useMutation({
    mutationFn: ({ values, agencyId, isDifferent }: RowFormGiven) =>
      call(createRow, {
        params: { register: name },
        body: { values, isDifferent, ...(agencyId ? { agencyId } : {}) },
      }),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: ['registers'] });
      await navigate({ to: `/registers/${name}/${id}` });
    },
    meta: { shownOnPage: true },
  });
  if (!register) return <Waiting />;
  return (
    <>
      <Anchor component={Link} to={`/registers/${name}`} fz="sm">
        ← {t.back(register.said[language])}
      </Anchor>
      <PageHeader title={t.add(register.one[language])} lead={`${t.basis}: ${register.basis}`} />
      <RowForm
        register={register}
        before={{ values: {}, names: {}, agencyId: null }}
        isNew
        error={saving.error as Refusal | null}
        isSaving={saving.isPending}
        save={saving.mutate}
        cancel={() => void navigate({ to: `/registers/${name}` })}
      />
    </>
  );
}
