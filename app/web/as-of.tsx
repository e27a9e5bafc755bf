import { Anchor, Text, TextInput } from '@mantine/core';
import { useNavigate, useRouterState, useSearch } from '@tanstack/react-router';
import { asOfWords } from './as-of.words.ts';
import { useWords } from './language.tsx';
import { showDay } from './show.ts';

const isDay = (given: unknown): given is string =>
  typeof given === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(given);
const officeToday = (): string => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);

/** The past day the address asks for, and how to ask for another; undefined is today. */
export function useAsOf() {
  const search = useSearch({ strict: false }) as { asOf?: unknown };
  const pathname = useRouterState({ select: (state) => state.location.pathname });
  const navigate = useNavigate();
  const asOf = isDay(search.asOf) && search.asOf < officeToday() ? search.asOf : undefined;
  const look = (day: string | undefined) => {
    const { asOf: _, page: __, ...rest } = search as Record<string, unknown>;
    void navigate({
      to: pathname,
      search: (day ? { ...rest, asOf: day } : rest) as never,
      replace: true,
      resetScroll: false,
    });
  };
  return { asOf, look };
}

/** A small date in the header of a page that can be shown as of a day. */
export function AsOfControl() {
  const t = useWords(asOfWords);
  const { asOf, look } = useAsOf();
  return (
    <TextInput
      type="date"
      size="sm"
      label={t.label}
      title={t.help}
      max={officeToday()}
      value={asOf ?? ''}
      onChange={(event) => look(event.currentTarget.value || undefined)}
      styles={{ root: { display: 'flex', alignItems: 'center', gap: 8 }, label: { whiteSpace: 'nowrap' } }}
    />
  );
}

/** Says that the page is of a day that has passed, with the way back. */
export function AsOfNotice() {
  const t = useWords(asOfWords);
  const { asOf, look } = useAsOf();
  if (!asOf) return null;
  return (
    <Text role="status" className="paper as-of-notice" mb="md" p="sm">
      {t.shown(showDay(asOf))}{' '}
      <Anchor component="button" type="button" underline="always" onClick={() => look(undefined)}>
        {t.back}
      </Anchor>
    </Text>
  );
}
