import { type AnyField, type Register, type Said, say, sortedBy } from '#libraries/register/index.ts';
import { tellingOf } from './beginnings/beginnings.ts';
import { type Heading, headings } from './declared/headings.ts';
import { getRegister } from './find-register.ts';
import type { FieldShown, RegisterShown } from './register.contract.ts';
import type { OwnSetting } from './setting.store.ts';

export const asSaid = (said: Said) => ({ vi: say(said, 'vi'), en: say(said, 'en') });

const choicesOf = (choices: { value: string; said: Said }[] | undefined) =>
  choices ? { choices: choices.map(({ value, said }) => ({ value, said: asSaid(said) })) } : {};

/** What pages need to know of a register: everything but who is looking. */
export function describeRegister(register: Register): Omit<RegisterShown, 'may' | 'settings' | 'toDecide'> {
  const { name, said, one, heading, basis, title, fields, sections, list, filters, workflow, indicators } =
    register;
  return {
    name,
    said: asSaid(said),
    one: asSaid(one),
    heading: asSaid(headings[heading as Heading]),
    basis,
    title,
    fields: Object.entries(fields).map(([field, declared]) => describeField(field, declared)),
    sections: sections.map((section) => ({ said: asSaid(section.said), fields: [...section.fields] })),
    list: [...list],
    sortedBy: sortedBy(register),
    filters: [...filters],
    states: Object.entries(workflow?.states ?? {}).map(([value, words]) => ({ value, said: asSaid(words) })),
    tellings: tellingOf(register).map((from) => ({ register: from, said: asSaid(getRegister(from).said) })),
    indicators: indicators.map(({ key, said: words, unit, rule }) => ({
      key,
      said: asSaid(words),
      unit,
      rule,
    })),
  };
}

function describeField(name: string, field: AnyField): FieldShown {
  const { kind, said, hint, isRequired, isSealed, input, filter } = field;
  return {
    name,
    kind,
    said: asSaid(said),
    hint: hint && asSaid(hint),
    isRequired,
    isSealed,
    input: describeInput(input),
    filter: filter && {
      ask: filter.ask,
      ...(filter.of ? { of: filter.of } : {}),
      ...(filter.target ? { target: filter.target } : {}),
      ...choicesOf(filter.choices),
    },
  };
}

function describeInput({ columns, ...input }: AnyField['input']): FieldShown['input'] {
  const { choices, ...control } = input;
  const own = { ...control, ...choicesOf(choices) };
  if (!columns) return own;
  return {
    ...own,
    columns: columns.map(({ said, input: of, ...column }) => ({
      ...column,
      said: asSaid(said),
      input: describeInput(of),
    })),
  };
}

/** Counts of timers and thresholds as they hold in the province, each with its source. */
export const settingsOf = (register: Register, own: ReadonlyMap<string, OwnSetting>) => {
  const shipped = [
    ...register.timers.map((timer) => ({
      name: `timer.${timer.name}`,
      said: timer.said,
      value: timer.count,
      unit: timer.unit as string,
      source: timer.source,
      mark: timer.mark,
    })),
    ...Object.entries(register.thresholds).map(([name, threshold]) => ({
      ...threshold,
      name: `threshold.${name}`,
    })),
  ];
  return shipped.map((one) => ({
    ...one,
    said: asSaid(one.said),
    ...own.get(one.name),
    isOwn: own.has(one.name),
  }));
};
