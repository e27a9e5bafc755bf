import { Anchor, Badge, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { words } from '#app/platform/words.ts';
import { showRowAsOf } from '#app/registers/past/past.contract.ts';
import type { RegisterShown } from '#app/registers/register.contract.ts';
import { AsOfControl, AsOfNotice } from '#app/web/as-of.tsx';
import { call } from '#app/web/call.ts';
import { useLanguage, useWords } from '#app/web/language.tsx';
import { PageHeader, Waiting } from '#app/web/page-states.tsx';
import { showDay } from '#app/web/show.ts';
import { RowFacts } from './row-facts.tsx';
import { screenWords } from './screens.words.ts';

const thenWords = words({
  vi: {
    notYet: (one: string, day: string) => `Ngày đó chưa có ${one} này: ghi vào sổ từ ${day}.`,
    removed: 'Ngày đó dòng này đang ở trạng thái đã xóa.',
    merged: 'Ngày đó dòng này đã gộp vào dòng khác.',
    differs: 'nay đã khác',
  },
  en: {
    notYet: (one, day) => `The ${one} was not there yet: it was entered on ${day}.`,
    removed: 'On that day this row was set aside.',
    merged: 'On that day this row was merged into another.',
    differs: 'different today',
  },
});

/** A row as it stood when a day was over; what stands otherwise today is marked. For reading only. */
export function RowThen({ register, id, day }: { register: RegisterShown; id: string; day: string }) {
  const t = useWords(screenWords);
  const w = useWords(thenWords);
  const { language } = useLanguage();
  const { data, error } = useQuery({
    queryKey: ['registers', register.name, 'row', id, language, day],
    queryFn: () => call(showRowAsOf, { params: { register: register.name, id, day }, query: { language } }),
  });
  if (error && !data) throw error;
  if (!data) return <Waiting />;
  const { row, createdOn } = data;
  const state = register.states.find(({ value }) => value === row?.state);
  const lead = row && [row.agencyName, state && `${state.said[language]} ${t.since(showDay(row.stateOn))}`];
  return (
    <>
      <Anchor component={Link} to={`/registers/${register.name}`} fz="sm" className="no-print">
        ← {t.back(register.said[language])}
      </Anchor>
      <PageHeader
        title={row?.title ?? register.said[language]}
        {...(lead ? { lead: lead.filter(Boolean).join(' · ') } : {})}
      >
        <AsOfControl />
      </PageHeader>
      <AsOfNotice />
      {row ? (
        <Stack gap="md">
          {row.isRemoved ? <Text>{w.removed}</Text> : null}
          {row.mergedInto ? <Text>{w.merged}</Text> : null}
          <RowFacts
            register={register}
            row={row}
            beside={(field) =>
              row.differing.includes(field) ? (
                <Badge variant="default" tt="none" ml={8}>
                  {w.differs}
                </Badge>
              ) : null
            }
          />
        </Stack>
      ) : (
        <Text className="paper" p="md">
          {w.notYet(register.one[language], showDay(createdOn))}
        </Text>
      )}
    </>
  );
}
