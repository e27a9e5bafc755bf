import { Anchor, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { beginRow } from '#app/registers/beginnings/beginning.contract.ts';
import { createRow } from '#app/registers/register.contract.ts';
import { call, type Refusal } from '#app/web/call.ts';
import { useLanguage, useWords } from '#app/web/language.tsx';
import { PageHeader, Waiting } from '#app/web/page-states.tsx';
import { BeginFrom } from './begin-from.tsx';
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
  const begun = useBeginning(name);
  if (!register || begun === 'waiting') return <Waiting />;
  return (
    <>
      <Anchor component={Link} to={`/registers/${name}`} fz="sm">
        ← {t.back(register.said[language])}
      </Anchor>
      <PageHeader title={t.add(register.one[language])} lead={`${t.basis}: ${register.basis}`} />
      {begun ? (
        <Text mb="md">{t.begun(begun.title)}</Text>
      ) : (
        register.tellings.map((one) => (
          <BeginFrom key={one.register} register={name} from={one.register} said={one.said} />
        ))
      )}
      <RowForm
        key={begun?.title ?? ''}
        register={register}
        before={{ values: {}, names: begun?.names ?? {}, agencyId: null }}
        taken={begun?.values ?? {}}
        isNew
        error={saving.error as Refusal | null}
        isSaving={saving.isPending}
        save={saving.mutate}
        cancel={() => void navigate({ to: `/registers/${name}` })}
      />
    </>
  );
}

/** What the row takes from the one that the address names; null where it names none. */
function useBeginning(register: string) {
  const { from, id } = useSearch({ strict: false }) as { from?: string; id?: string };
  const { data, error } = useQuery({
    queryKey: ['registers', register, 'beginning', from, id],
    queryFn: () => call(beginRow, { params: { register }, query: { from: from!, id: id! } }),
    enabled: from !== undefined && id !== undefined,
    // What was filled in must not change under the hand that writes.
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (error) throw error;
  if (from === undefined || id === undefined) return null;
  return data ?? 'waiting';
}
