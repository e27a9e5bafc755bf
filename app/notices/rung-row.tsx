import { Button, NativeSelect, NumberInput, Text, VisuallyHidden } from '@mantine/core';
import { useWords } from '#app/web/language.tsx';
import { channels, levels, occasions, type Rung } from './ladder.ts';
import { ladderWords } from './ladder.words.ts';

type Props = {
  rung: Rung;
  number: number;
  mayKeep: boolean;
  change: (rung: Rung) => void;
  remove: () => void;
};

/** One rung of the ladder, to be read or changed. */
export function RungRow({ rung, number, mayKeep, change, remove }: Props) {
  const t = useWords(ladderWords);
  if (!mayKeep)
    return (
      <Text py={4}>
        {t.whens[rung.when]}, {rung.days}: {t.levels[rung.level]} ({t.channels[rung.channel]})
      </Text>
    );
  const pick = <K extends 'when' | 'level' | 'channel'>(key: K, value: string) =>
    change({ ...rung, [key]: value as Rung[K] });
  return (
    <fieldset className="rung-grid">
      <legend>
        <VisuallyHidden>{t.rung(number)}</VisuallyHidden>
      </legend>
      <NativeSelect
        label={t.when}
        value={rung.when}
        data={occasions.map((value) => ({ value, label: t.whens[value] }))}
        onChange={(event) => pick('when', event.currentTarget.value)}
      />
      <NumberInput
        label={t.days}
        min={0}
        max={60}
        allowDecimal={false}
        value={rung.days}
        onChange={(value) => change({ ...rung, days: Number(value) || 0 })}
      />
      <NativeSelect
        label={t.level}
        value={rung.level}
        data={levels.map((value) => ({ value, label: t.levels[value] }))}
        onChange={(event) => pick('level', event.currentTarget.value)}
      />
      <NativeSelect
        label={t.channel}
        value={rung.channel}
        data={channels.map((value) => ({ value, label: t.channels[value] }))}
        onChange={(event) => pick('channel', event.currentTarget.value)}
      />
      <Button variant="subtle" aria-label={t.removeOf(number)} onClick={remove}>
        {t.remove}
      </Button>
    </fieldset>
  );
}
