import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import {
  type AlikePair,
  keepApart,
  listAlike,
  mergeRows,
} from '#app/registers/likeness/likeness.contract.ts';
import type { RegisterShown } from '#app/registers/register.contract.ts';
import { call } from '#app/web/call.ts';
import { useLanguage, useWords } from '#app/web/language.tsx';
import { Empty, PageHeader, Waiting } from '#app/web/page-states.tsx';
import { screenWords } from './screens.words.ts';
import { useRefresh, useRegister } from './use-register.ts';
import './screens.css';

/** Pairs of rows that may be one, for the focal officer to decide. */
export function AlikePage() {
  const t = useWords(screenWords);
  const { language } = useLanguage();
  const { register: name } = useParams({ strict: false }) as { register: string };
  const register = useRegister(name);
  const { data, error } = useQuery({
    queryKey: ['registers', name, 'alike'],
    queryFn: () => call(listAlike, { params: { register: name } }),
  });
  if (error) throw error;
  if (!register || !data) return <Waiting />;
  return (
    <>
      <Anchor component={Link} to={`/registers/${name}`} fz="sm">
        ← {t.back(register.said[language])}
      </Anchor>
      <PageHeader title={`${t.queue}: ${register.said[language]}`} lead={t.queueLead} />
      {data.pairs.length ? (
        <Stack>
          {data.pairs.map((pair) => (
            <Pair key={pair.row.id + pair.other.id} register={register} pair={pair} />
          ))}
        </Stack>
      ) : (
        <Empty title={t.queueEmpty} />
      )}
    </>
  );
}

function Pair({ register, pair }: { register: RegisterShown; pair: AlikePair }) {
  const t = useWords(screenWords);
  const refresh = useRefresh();
  const params = { register: register.name };
  const merging = useMutation({
    mutationFn: (body: { keepId: string; otherId: string }) => call(mergeRows, { params, body }),
    onSuccess: refresh,
  });
  const parting = useMutation({
    mutationFn: () => call(keepApart, { params, body: { rowId: pair.row.id, otherId: pair.other.id } }),
    onSuccess: refresh,
  });
  return (
    <section
      className="paper"
      style={{ padding: '14px 18px' }}
      aria-label={`${pair.row.title}, ${pair.other.title}`}
    >
      <Text className="register-soft">{t.likeness(String(Math.round(pair.alike * 100)))}</Text>
      <div className="register-form-grid">
        {[
          [pair.other, pair.row],
          [pair.row, pair.other],
        ].map(([one, other]) => (
          <div key={one!.id} style={{ minWidth: 0 }}>
            <Anchor component={Link} to={`/registers/${register.name}/${one!.id}`} fw={600}>
              {one!.title}
            </Anchor>
            <div className="register-soft">{one!.agencyName}</div>
            <Text fz="sm">{Object.values(one!.shown).slice(1).join(' · ')}</Text>
            <Button
              mt="xs"
              size="compact-sm"
              variant="light"
              styles={{
                root: { height: 'auto', minHeight: 26 },
                label: { whiteSpace: 'normal', height: 'auto' },
              }}
              loading={merging.isPending}
              onClick={() => merging.mutate({ keepId: one!.id, otherId: other!.id })}
            >
              {t.keep(one!.title)}
            </Button>
          </div>
        ))}
      </div>
      <Group mt="sm">
        <Button variant="default" onClick={() => parting.mutate()} loading={parting.isPending}>
          {t.different}
        </Button>
      </Group>
    </section>
  );
}
