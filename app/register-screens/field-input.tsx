import { Checkbox, MultiSelect, NativeSelect, NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import type { ComponentType } from 'react';
import type { FieldShown } from '#app/registers/register.contract.ts';
import { DayField } from '#app/web/day-field.tsx';
import { useLanguage, useWords } from '#app/web/language.tsx';
import { FileField } from './file-field.tsx';
import { ReferenceField, ReferencesField } from './reference-field.tsx';
import { screenWords } from './screens.words.ts';
import { TableField } from './table-field.tsx';
import { type FieldProps, useAround } from './use-around.ts';

const choicesIn = (field: FieldShown, language: 'vi' | 'en') =>
  (field.input.choices ?? []).map(({ value, said }) => ({ value, label: said[language] }));

function LineField(props: FieldProps) {
  const { field, value, onChange } = props;
  return (
    <TextInput
      {...useAround(props)}
      type={field.input.type ?? 'text'}
      maxLength={field.input.longest}
      value={value ?? ''}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

function TextField(props: FieldProps) {
  return (
    <Textarea
      {...useAround(props)}
      autosize
      minRows={2}
      maxRows={12}
      value={props.value ?? ''}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  );
}

/** 1.234,5 as offices write it. */
function Amount({
  value,
  onChange,
  decimals,
  ...rest
}: {
  value: number | null;
  onChange: (value: number | null) => void;
  decimals: number;
  label: string;
} & object) {
  return (
    <NumberInput
      {...rest}
      value={value ?? ''}
      onChange={(given) => onChange(given === '' ? null : Number(given))}
      thousandSeparator="."
      decimalSeparator=","
      decimalScale={decimals}
      hideControls
      styles={{ input: { textAlign: 'right' } }}
      inputMode="decimal"
    />
  );
}

function NumberField(props: FieldProps) {
  const { input } = props.field;
  return (
    <Amount
      {...useAround(props)}
      {...(input.unit
        ? { rightSection: <span className="register-soft">{input.unit}</span>, rightSectionWidth: 70 }
        : {})}
      decimals={input.decimals ?? 0}
      value={props.value ?? null}
      onChange={props.onChange}
    />
  );
}

/** Several controls under one legend. */
function Parts(props: FieldProps & { shape: 'money' | 'two'; children: React.ReactNode }) {
  const { label, required, description, error } = useAround(props) as ReturnType<typeof useAround> & {
    description?: string;
  };
  return (
    <fieldset className={`register-parts ${props.shape}`}>
      <legend>
        {label}
        {required ? ' *' : ''}
      </legend>
      {props.children}
      {description ? <span className="register-soft">{description}</span> : null}
      {error ? (
        <span role="alert" className="register-late" style={{ gridColumn: '1 / -1' }}>
          {error}
        </span>
      ) : null}
    </fieldset>
  );
}

function MoneyField(props: FieldProps) {
  const t = useWords(screenWords);
  const { field, value, onChange } = props;
  const { language } = useLanguage();
  const now = value ?? { amount: null, currency: 'VND', rateOn: null };
  const set = (change: object) => {
    const next = { ...now, ...change };
    onChange(next.amount === null ? (next.currency === 'VND' ? null : next) : next);
  };
  return (
    <Parts {...props} shape="money">
      <Amount label={t.amount} decimals={2} value={now.amount} onChange={(amount) => set({ amount })} />
      <NativeSelect
        label={t.currency}
        data={choicesIn(field, language)}
        value={now.currency}
        onChange={(event) => set({ currency: event.currentTarget.value })}
      />
      {now.currency === 'VND' && !now.rateOn ? null : (
        <DayField
          label={t.rateOn}
          value={now.rateOn ?? ''}
          onChange={(day) => set({ rateOn: day || null })}
        />
      )}
    </Parts>
  );
}

function DayControl(props: FieldProps) {
  return (
    <DayField
      {...useAround(props)}
      value={props.value ?? ''}
      onChange={(day) => props.onChange(day || null)}
    />
  );
}

function PartialDayField(props: FieldProps) {
  const t = useWords(screenWords);
  const around = useAround(props);
  const shown = /^\d{4}(-\d\d)*$/.test(props.value ?? '')
    ? String(props.value).split('-').reverse().join('/')
    : props.value;
  return (
    <TextInput
      {...around}
      placeholder={t.partialHint}
      value={shown ?? ''}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  );
}

function PeriodField(props: FieldProps) {
  const t = useWords(screenWords);
  const now = props.value ?? { from: null, to: null };
  const set = (change: object) => {
    const next = { ...now, ...change };
    props.onChange(next.from || next.to ? next : null);
  };
  return (
    <Parts {...props} shape="two">
      <DayField label={t.begin} value={now.from ?? ''} onChange={(day) => set({ from: day || null })} />
      <DayField label={t.end} value={now.to ?? ''} onChange={(day) => set({ to: day || null })} />
    </Parts>
  );
}

function YesNoField(props: FieldProps) {
  const t = useWords(screenWords);
  const { value } = props;
  return (
    <NativeSelect
      {...useAround(props)}
      value={value === true ? 'yes' : value === false ? 'no' : ''}
      onChange={({ currentTarget }) =>
        props.onChange(currentTarget.value ? currentTarget.value === 'yes' : null)
      }
      data={[
        { value: '', label: t.nothing },
        { value: 'yes', label: t.yes },
        { value: 'no', label: t.no },
      ]}
    />
  );
}

function ChoiceField(props: FieldProps) {
  const { language } = useLanguage();
  return (
    <Select
      {...useAround(props)}
      data={choicesIn(props.field, language)}
      value={props.value ?? null}
      onChange={props.onChange}
      searchable
      clearable
      limit={60}
    />
  );
}

function ChoicesField(props: FieldProps) {
  const { language } = useLanguage();
  const around = useAround(props);
  const choices = choicesIn(props.field, language);
  if (choices.length > 12)
    return (
      <MultiSelect
        {...around}
        data={choices}
        value={props.value ?? []}
        onChange={props.onChange}
        searchable
        clearable
      />
    );
  return (
    <Checkbox.Group {...around} value={props.value ?? []} onChange={props.onChange}>
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: '6px 16px', marginTop: 4 }}>
        {choices.map(({ value, label }) => (
          <Checkbox key={value} value={value} label={label} size="md" />
        ))}
      </div>
    </Checkbox.Group>
  );
}

function PlaceField(props: FieldProps) {
  const t = useWords(screenWords);
  const now = props.value ?? { commune: '', oldDistrict: '' };
  const set = (change: object) => {
    const next = { ...now, ...change };
    props.onChange(next.commune || next.oldDistrict ? next : null);
  };
  return (
    <Parts {...props} shape="two">
      <TextInput
        label={t.commune}
        value={now.commune ?? ''}
        onChange={({ currentTarget }) => set({ commune: currentTarget.value })}
      />
      <TextInput
        label={t.oldDistrict}
        value={now.oldDistrict ?? ''}
        onChange={({ currentTarget }) => set({ oldDistrict: currentTarget.value })}
      />
    </Parts>
  );
}

const controls: Record<string, ComponentType<FieldProps>> = {
  line: LineField,
  text: TextField,
  number: NumberField,
  money: MoneyField,
  day: DayControl,
  'partial-day': PartialDayField,
  period: PeriodField,
  'yes-no': YesNoField,
  choice: ChoiceField,
  choices: ChoicesField,
  reference: ReferenceField,
  references: ReferencesField,
  file: FileField,
  place: PlaceField,
  table: TableField,
};

/** Controls that take the whole width of a form. */
export const isWide = ({ input }: FieldShown): boolean =>
  ['text', 'choices', 'references', 'table'].includes(input.control);

/** The control of a field. */
export function FieldInput(props: FieldProps) {
  const Control = controls[props.field.input.control] ?? LineField;
  return <Control {...props} />;
}
