import type { FieldShown } from '#app/registers/register.contract.ts';
import { useLanguage, useWords } from '#app/web/language.tsx';
import { screenWords } from './screens.words.ts';

// biome-ignore lint/suspicious/noExplicitAny: what stands in a field is what its kind reads; a control knows its own.
export type Value = any;
export type FieldProps = {
  register: string;
  field: FieldShown;
  value: Value;
  onChange: (value: Value) => void;
  error: string | undefined;
  /** Names of what references point at, as the row came. */
  names: Record<string, string>;
};

/** Words around a control: label, whether it is required, hint, what is wrong. */
export function useAround({ field, error }: Pick<FieldProps, 'field' | 'error'>) {
  const { language } = useLanguage();
  const t = useWords(screenWords);
  const description = [field.hint?.[language], field.isSealed ? t.sealedHelp : null]
    .filter(Boolean)
    .join(' ');
  return {
    label: field.said[language],
    required: field.isRequired,
    error,
    ...(description ? { description } : {}),
  };
}
