import { ActionIcon, TextInput, type TextInputProps } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { words } from '#app/platform/words.ts';
import { useWords } from './language.tsx';
import { showDay } from './show.ts';
import { typedDay } from './typed-day.ts';

const dayFieldWords = words({
  vi: {
    hint: 'ngày/tháng/năm',
    pick: (field: string) => `Chọn trên lịch: ${field}`,
    wrong: 'Hãy ghi ngày, tháng, năm, ví dụ 31/12/2026.',
    early: (day: string) => `Hãy ghi ngày từ ${day} trở đi.`,
    far: (day: string) => `Hãy ghi ngày đến ${day}.`,
  },
  en: {
    hint: 'day/month/year',
    pick: (field: string) => `Pick from the calendar: ${field}`,
    wrong: 'Write day, month, year, such as 31/12/2026.',
    early: (day: string) => `Write a day from ${day} on.`,
    far: (day: string) => `Write a day up to ${day}.`,
  },
});

type Props = Omit<
  TextInputProps,
  'type' | 'value' | 'defaultValue' | 'onChange' | 'min' | 'max' | 'label'
> & {
  label: string;
  /** Days 'YYYY-MM-DD'; '' for none. */
  value?: string;
  defaultValue?: string | undefined;
  min?: string | undefined;
  max?: string | undefined;
  onChange?: (day: string) => void;
};

/**
 * A day, typed or picked. A browser's own field shows days as its maker's country does ("02/21/2027"); here it is
 * day before month on every machine. In a form the field's name carries 'YYYY-MM-DD'; what is no day keeps the form
 * from being sent, and says why.
 */
export function DayField({ value, defaultValue, onChange, min, max, name, ...rest }: Props) {
  const t = useWords(dayFieldWords);
  const [day, setDay] = useState(value ?? defaultValue ?? '');
  const [text, setText] = useState(day && showDay(day));
  const calendar = useRef<HTMLInputElement>(null);
  if (value !== undefined && value !== day) {
    setDay(value);
    setText(value && showDay(value));
  }
  const take = (typed: string) => {
    setText(typed);
    const read = typed.trim() ? typedDay(typed) : '';
    if (read === null || read === day) return;
    setDay(read);
    onChange?.(read);
  };
  const wrong = () => {
    if (!text.trim()) return '';
    const read = typedDay(text);
    if (!read) return t.wrong;
    if (min && read < min) return t.early(showDay(min));
    return max && read > max ? t.far(showDay(max)) : '';
  };
  return (
    <>
      <TextInput
        {...rest}
        ref={(input) => input?.setCustomValidity(wrong())}
        inputMode="numeric"
        autoComplete="off"
        placeholder={t.hint}
        value={text}
        onChange={(event) => take(event.currentTarget.value)}
        onBlur={() => day && typedDay(text) === day && setText(showDay(day))}
        rightSection={
          <>
            <input
              ref={calendar}
              type="date"
              className="day-calendar"
              tabIndex={-1}
              aria-hidden
              value={day}
              min={min}
              max={max}
              onChange={(event) => take(event.currentTarget.value && showDay(event.currentTarget.value))}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t.pick(rest.label)}
              disabled={rest.disabled ?? false}
              onClick={() => calendar.current?.showPicker()}
            >
              <IconCalendar size={18} stroke={1.6} />
            </ActionIcon>
          </>
        }
      />
      {name ? <input type="hidden" name={name} value={day} /> : null}
    </>
  );
}
