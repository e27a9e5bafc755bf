import { bodiesOfField, bodyListAt } from '../bodies/list.ts';
import { type Item, isNumbered } from '../outline/item.ts';
import type { Deadline, Evidence, Origin } from '../reading.ts';
import { type Clean, cleanFrom, spanOf } from '../text/clean.ts';
import { trimmedOf } from '../text/trim.ts';
import { wordsOf } from '../text/words.ts';
import { cooperatingBodies, coordinatorsIn } from './coordination.ts';
import { deadlineOfField } from './deadline.ts';
import type { Charge, Draft } from './draft.ts';
import { originOf } from './heading.ts';
import { type FieldKind, labelled } from './labels.ts';
import { detailsOf } from './leaf.ts';
import { distinct, type Name, namesOf } from './name.ts';
import { leadingSubject } from './subject.ts';

/** The lines “Đơn vị chủ trì: …”, “Thời gian: …” that stand under a task. */
export interface FieldSet {
  holders: Name[];
  coordinators: Name[];
  deadline: Deadline | null;
  deadlineFrom: Origin | null;
  reportTo: Evidence | null;
  product: Evidence | null;
}

export interface Field {
  kind: FieldKind;
  item: Item;
  value: number;
}

/** Fields among the children of an item, also one level down (“Cơ quan thực hiện:” over “- Đơn vị chủ trì: …”). */
export function fieldsUnder(item: Item): Field[] {
  const fields: Field[] = [];
  for (const child of item.children) {
    const label = labelled(child.words.text);
    if (label === null) continue;
    if (label.kind !== 'task' && label.value >= child.words.text.length && child.children.length > 0)
      fields.push(...fieldsUnder(child), { kind: 'other', item: child, value: label.value });
    else fields.push({ kind: label.kind, item: child, value: label.value });
  }
  return fields;
}

/** A clause whose tasks each have lines of fields of their own, none of them numbered: one item for each task with its lines. */
export function tasksWithFields(item: Item): Item[] {
  const groups: Item[][] = [];
  let inFields = true;
  for (const child of item.children) {
    const isField = labelled(child.words.text) !== null;
    if (inFields && !isField) groups.push([]);
    groups.at(-1)?.push(child);
    inFields = isField;
  }
  const items = groups.map((children) => ({ ...item, children }));
  return items.length > 1 && items.every((group) => namesHolder(fieldsUnder(group))) ? items : [item];
}

export const namesHolder = (fields: readonly Field[]): boolean =>
  fields.some(
    (field) =>
      (field.kind === 'lead' || field.kind === 'holder') && field.item.words.text.length > field.value,
  );

export function readFields(fields: readonly Field[]): FieldSet {
  const set: FieldSet = {
    holders: [],
    coordinators: [],
    deadline: null,
    deadlineFrom: null,
    reportTo: null,
    product: null,
  };
  for (const field of fields) {
    const { words } = field.item;
    const origin = originOf(field.item, 'field');
    if (field.kind === 'lead' || field.kind === 'holder')
      addHolders(set, cleanFrom(words, field.value), origin);
    else if (field.kind === 'coordinators')
      set.coordinators.push(...fieldNames(cleanFrom(words, field.value), origin));
    else if (field.kind === 'time') {
      set.deadline ??= deadlineOfField(words, field.value, words.text.length);
      set.deadlineFrom ??= origin;
    } else if (field.kind === 'product') {
      const text = trimmedOf(words.text.slice(field.value), '.;');
      set.product ??= {
        text,
        span: spanOf(words, field.value, field.value + text.length),
        inheritedFrom: origin,
      };
    }
  }
  return set;
}

export function fieldNames(clean: Clean, origin: Origin): Name[] {
  const w = wordsOf(clean);
  return namesOf(clean, w, bodiesOfField(w, 0, w.count), origin);
}

/** “Sở A chủ trì, phối hợp với Sở B”: the holder stands before the verb, the others after it. */
export function addHolders(
  set: Pick<FieldSet, 'holders' | 'coordinators'>,
  clean: Clean,
  origin: Origin,
): void {
  const w = wordsOf(clean);
  const subject = leadingSubject(w);
  const list = bodyListAt(w, 0);
  const verb = clean.text.search(
    / (?:chủ trì|phối hợp|đôn đốc|hướng dẫn|có trách nhiệm|chịu trách nhiệm|tham mưu|là cơ quan)/,
  );
  if (subject !== null) set.holders.push(...namesOf(clean, w, subject.bodies, origin));
  else if (verb > 0 && list.bodies.length > 0) set.holders.push(...namesOf(clean, w, list.bodies, origin));
  else set.holders.push(...fieldNames(clean, origin));
  if (verb < 0) return;
  const beside = subject === null ? [] : namesOf(clean, w, cooperatingBodies(w, subject.end));
  set.coordinators.push(...[...coordinatorsIn(clean, w), ...beside].map((name) => ({ ...name, origin })));
}

/** The tasks that a set of fields belongs to: the item itself, what its “Nhiệm vụ:” holds, or its other points. */
export function tasksOf(item: Item, fields: readonly Field[]): { item: Item; clean: Clean }[] {
  const task = fields.find((field) => field.kind === 'task');
  if (task !== undefined) {
    const value = cleanFrom(task.item.words, task.value);
    const under = task.item.children.filter(
      (child) => labelled(child.words.text) === null && child.words.text.length > 8,
    );
    if (value.text.length > 8 && !value.text.endsWith(':')) return [{ item: task.item, clean: value }];
    if (under.length > 0) return under.map((child) => ({ item: child, clean: child.words }));
  }
  const known = new Set(fields.map((field) => field.item));
  const others = item.children.filter(
    (child) =>
      !known.has(child) &&
      child.kind !== 'paragraph' &&
      child.kind !== 'table' &&
      !/^[^:]{2,40}:/.test(child.words.text),
  );
  const short = item.strong || !/[.;]$/.test(item.words.text);
  if (others.length > 0 && short && isNumbered(item))
    return others
      .flatMap((child) =>
        child.words.text.endsWith(':') && child.children.length > 0 ? child.children : [child],
      )
      .map((child) => ({ item: child, clean: child.words }));
  return [{ item, clean: item.words }];
}

/** A task with the fields that hold for it. */
export function withFields(
  item: Item,
  clean: Clean,
  set: FieldSet,
  charge: Charge,
  origin: Origin | null,
): Draft {
  const w = wordsOf(clean);
  const first = leadingSubject(w);
  const draft = detailsOf(item, clean, w, { ...charge, coordinators: [] }, first);
  const own = first === null ? [] : namesOf(clean, w, first.bodies);
  const mark = (names: readonly Name[]): Name[] =>
    origin === null ? [...names] : names.map((name) => ({ ...name, origin }));
  return {
    ...draft,
    holders: distinct([...mark(set.holders), ...own]),
    coordinators: distinct([...mark(set.coordinators), ...draft.coordinators]),
    lead: true,
    request: false,
    deadline: set.deadline ?? draft.deadline,
    deadlineFrom: set.deadline === null ? null : (origin ?? set.deadlineFrom),
    reportTo: draft.reportTo ?? set.reportTo,
    product: set.product,
  };
}
