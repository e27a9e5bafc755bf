import { Anchor, Text } from '@mantine/core';
import { asOfWords } from './as-of.words.ts';
import { DayField } from './day-field.tsx';
import { useWords } from './language.tsx';
import { officeToday } from './past-day.ts';
import { showDay } from './show.ts';
import { useAsOf } from './use-as-of.ts';

/** A small date in the header of a page that can be shown as of a day. */
export function AsOfControl() {
  const t = useWords(asOfWords);
  const { asOf, look } = useAsOf();
  return (
    <DayField
      size="sm"
      label={t.label}
      title={t.help}
      max={officeToday()}
      value={asOf ?? ''}
      onChange={(day) => look(day || undefined)}
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
