import { Group, NativeSelect, SegmentedControl, Stack, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { call } from '#app/web/call.ts';
import { useLanguage, useWords } from '#app/web/language.tsx';
import { Empty, PageHeader, Waiting } from '#app/web/page-states.tsx';
import { boxes, listDifficulties } from './difficulty.contract.ts';
import { type DifficultyState, difficultyStates } from './difficulty.ts';
import { difficultyWords } from './difficulty.words.ts';
import { DifficultyCard } from './difficulty-card.tsx';
import { DifficultyFigures } from './difficulty-figures.tsx';
import './difficulties.css';

type View = { box?: (typeof boxes)[number]; state?: DifficultyState; cause?: string };

/** The queue of difficulties: what waits for the viewer first. */
export function DifficultiesPage() {
  const t = useWords(difficultyWords);
  const { language } = useLanguage();
  const view = useSearch({ strict: false }) as View;
  const { box = 'to-answer', state, cause } = view;
  const navigate = useNavigate();
  const { data, error } = useQuery({
    queryKey: ['difficulties', 'queue', box, state, cause],
    queryFn: () =>
      call(listDifficulties, { query: { box, ...(state ? { state } : {}), ...(cause ? { cause } : {}) } }),
    placeholderData: keepPreviousData,
  });
  if (error && !data) throw error;
  if (!data) return <Waiting />;
  const look = (change: Record<string, string>) =>
    void navigate({
      to: '/difficulties',
      search: Object.fromEntries(
        Object.entries({ ...view, ...change }).filter(([, value]) => value),
      ) as never,
      replace: true,
    });
  return (
    <>
      <PageHeader title={t.title} lead={t.lead} />
      <Stack>
        <Group align="end">
          <SegmentedControl
            aria-label={t.whose}
            value={box}
            onChange={(chosen) => look({ box: chosen })}
            data={boxes.map((one) => ({ value: one, label: t.box(t.boxes[one], data.counts[one]) }))}
          />
          <NativeSelect
            label={t.cause}
            value={cause ?? ''}
            onChange={(event) => look({ cause: event.currentTarget.value })}
            data={[
              { value: '', label: t.anyCause },
              ...data.causes.map((one) => ({ value: one.cause, label: one.name[language] })),
            ]}
          />
          {box === 'to-answer' ? null : (
            <NativeSelect
              label={t.state}
              value={state ?? ''}
              onChange={(event) => look({ state: event.currentTarget.value })}
              data={[
                { value: '', label: t.anyState },
                ...difficultyStates.map((one) => ({ value: one, label: t.states[one] })),
              ]}
            />
          )}
        </Group>
        {data.rows.length ? (
          <div className="paper" style={{ padding: '14px 18px' }}>
            {data.rows.map((one) => (
              <DifficultyCard key={one.id} one={one} causes={data.causes} withDuty />
            ))}
          </div>
        ) : (
          <Empty title={t.emptyTitle}>
            <Text>{t.empty[box]}</Text>
          </Empty>
        )}
        {data.maySeeFigures ? <DifficultyFigures causes={data.causes} /> : null}
      </Stack>
    </>
  );
}
