import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
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
import { ScrollRegion } from '#app/web/scroll-region.tsx';
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
    queryKey: ['registers', name, 'alike', language],
    queryFn: () => call(listAlike, { params: { register: name }, query: { language } }),
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
      <Compared
        register={register}
        rows={[pair.other, pair.row]}
        foot={(one, other) => (
          <Button
            size="compact-sm"
            variant="light"
            aria-label={t.keepOne(one.title)}
            styles={{
              root: { height: 'auto', minHeight: 28, paddingBlock: 4 },
              label: { whiteSpace: 'normal', lineHeight: 1.3 },
            }}
            loading={merging.isPending}
            onClick={() => merging.mutate({ keepId: one.id, otherId: other.id })}
          >
            {t.keep}
          </Button>
        )}
      />
      <Group mt="sm">
        <Button variant="default" onClick={() => parting.mutate()} loading={parting.isPending}>
          {t.different}
        </Button>
      </Group>
    </section>
  );
}

type Side = AlikePair['row'];
type ComparedProps = {
  register: RegisterShown;
  rows: readonly [Side, Side];
  foot: (one: Side, other: Side) => ReactNode;
};

/** Two rows beside one another: what the list shows, and whatever else they say differently. */
function Compared({ register, rows, foot }: ComparedProps) {
  const t = useWords(screenWords);
  const { language } = useLanguage();
  const [left, right] = rows;
  const differs = (name: string) => left.shown[name] !== right.shown[name];
  const fields = register.fields.filter(
    ({ name }) =>
      name !== register.title &&
      (register.list.includes(name)
        ? (left.shown[name] ?? right.shown[name])
        : left.shown[name] && right.shown[name] && differs(name)),
  );
  return (
    <ScrollRegion label={`${left.title}, ${right.title}`}>
      <table className="register-lines register-compared">
        <thead>
          <tr>
            <th scope="col">{t.field}</th>
            {rows.map((one) => (
              <th key={one.id} scope="col">
                <Anchor component={Link} to={`/registers/${register.name}/${one.id}`} fw={600}>
                  {one.title}
                </Anchor>
                <div className="register-soft">{one.agencyName}</div>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {fields.map(({ name, said }) => (
            <tr key={name}>
              <th scope="row">
                {said[language]}
                {differs(name) ? <div className="register-soft">{t.differs}</div> : null}
              </th>
              {rows.map((one) => (
                <td key={one.id}>{one.shown[name] ?? '—'}</td>
              ))}
            </tr>
          ))}
          <tr>
            <td />
            <td>{foot(left, right)}</td>
            <td>{foot(right, left)}</td>
          </tr>
        </tbody>
      </table>
    </ScrollRegion>
  );
}
