import { nearest } from './did-you-mean.ts';
import type { AnyField } from './field.ts';
import type { Register } from './register.ts';
import { isAmounting, type Where } from './where.ts';

/** Every table of a register has these; a field must be called otherwise. */
export const ownNames = [
  'id',
  'agency',
  'agencyId',
  'revision',
  'state',
  'stateOn',
  'createdOn',
  'createdAt',
  'createdBy',
  'changedAt',
  'changedBy',
  'removedAt',
  'mergedInto',
  'tenantId',
  'words',
];

/** Words that SQL keeps for itself: no column can be called so without quotes. */
const sqlWords = new Set(
  `all and any array as asc asymmetric both case cast check collate column constraint create current default desc
  distinct do else end except false fetch for foreign from grant group having in initially intersect into lateral
  leading limit localtime not null offset on only or order placing primary references returning select some
  symmetric table then to trailing true union unique user using variadic when where window with`.split(/\s+/),
);

type Tell = (at: string, message: string) => void;

/** What is wrong with a declaration, each with its culprit; nothing when it is sound. */
export function findFaults(register: Register): string[] {
  const faults: string[] = [];
  const tell: Tell = (at, message) => faults.push(`${register.name}.${at}: ${message}`);
  checkWords(register, tell);
  checkNames(register, tell);
  checkSections(register, tell);
  checkWorkflow(register, tell);
  checkTimers(register, tell);
  checkIndicators(register, tell);
  return faults;
}

/** Of all registers together: names are each used once, links lead somewhere. */
export function findFaultsOfAll(registers: readonly Register[]): string[] {
  const names = registers.map(({ name }) => name);
  const keys = registers.flatMap(({ indicators }) => indicators.map(({ key }) => key));
  const twice = [...names, ...keys].filter((one, at, all) => all.indexOf(one) !== at);
  const astray = registers.flatMap((register) =>
    Object.entries(register.fields).flatMap(([field, { refersTo }]) => {
      const to = refersTo?.startsWith('register:') ? refersTo.slice(9) : null;
      return to === null || names.includes(to)
        ? []
        : [`${register.name}.fields.${field}: no register "${to}"${hint(to, names)}`];
    }),
  );
  return [...twice.map((one) => `"${one}" is declared twice`), ...astray];
}

const hint = (word: string, known: readonly string[]): string => {
  const near = nearest(word, known);
  return near ? `; did you mean "${near}"?` : '';
};

function checkWords(register: Register, tell: Tell): void {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(register.name)) tell('name', 'must be kebab-case');
  if (!register.basis.trim()) tell('basis', 'say what law or plan the register is kept for');
  const said = { said: register.said, one: register.one, ...register.workflow?.states };
  for (const [at, words] of Object.entries(said))
    if (!words.every((one) => one.trim())) tell(at, 'words are missing in one language');
  if (!Object.keys(register.fields).length) tell('fields', 'there are none');
  for (const [name, field] of Object.entries(register.fields)) {
    if (!/^[a-z][a-zA-Z0-9]*$/.test(name)) tell(`fields.${name}`, 'must be camelCase');
    if (sqlWords.has(name)) tell(`fields.${name}`, 'SQL keeps this word for itself: call it otherwise');
    if (ownNames.includes(name)) tell(`fields.${name}`, 'every register has its own field of this name');
    if (!field.said.every((one) => one.trim())) tell(`fields.${name}`, 'words are missing in one language');
    if (field.isSealed && field.parts.length > 1)
      tell(`fields.${name}`, 'only a field of one column can be sealed');
  }
}

const fieldFaults =
  (register: Register, tell: Tell) =>
  (at: string, name: string, needs?: (field: AnyField) => string | null) => {
    const field = register.fields[name];
    if (!field) tell(at, `no field "${name}"${hint(name, Object.keys(register.fields))}`);
    else if (field.isSealed) tell(at, `"${name}" is sealed and cannot stand here`);
    else {
      const fault = needs?.(field);
      if (fault) tell(at, `"${name}" ${fault}`);
    }
  };

function checkNames(register: Register, tell: Tell): void {
  const known = fieldFaults(register, tell);
  known('title', register.title, ({ isRequired, parts }) =>
    isRequired && parts[0]?.type === 'text' ? null : 'must be required words: rows are called by it',
  );
  for (const name of register.list) known('list', name);
  for (const name of register.filters)
    known('filters', name, ({ filter }) => (filter ? null : 'cannot be filtered'));
  for (const name of register.alike) known('alike', name);
  for (const name of register.alsoFoundBy)
    known('alsoFoundBy', name, ({ parts }) => (parts[0]?.type === 'text' ? null : 'is not of words'));
  for (const name of Object.keys(register.headings)) known('headings', name);
  if (register.sort) known('sort', register.sort.field);
}

function checkSections({ sections, fields, name: _, ...register }: Register, tell: Tell): void {
  const placed = sections.flatMap((section) => section.fields);
  for (const name of placed)
    if (!fields[name]) tell('sections', `no field "${name}"${hint(name, Object.keys(fields))}`);
  for (const name of Object.keys(fields))
    if (!placed.includes(name)) tell('sections', `"${name}" stands in none`);
  for (const name of new Set(placed.filter((one, at) => placed.indexOf(one) !== at)))
    tell('sections', `"${name}" stands in two`);
  if (!register.list.length) tell('list', 'shows no field');
}

function checkWorkflow(register: Register, tell: Tell): void {
  const { workflow, fields } = register;
  if (!workflow) return;
  const states = Object.keys(workflow.states);
  if (!states.length) tell('workflow.states', 'there are none');
  const names = workflow.transitions.map(({ name }) => name);
  for (const { name, from, to, needs = [], onlyIf } of workflow.transitions) {
    const at = `workflow.${name}`;
    if (names.filter((one) => one === name).length > 1) tell(at, 'is declared twice');
    for (const state of [...from, to])
      if (!states.includes(state)) tell(at, `no state "${state}"${hint(state, states)}`);
    checkWhere(register, tell, `${at}.onlyIf`, onlyIf?.where);
    for (const field of needs)
      if (!fields[field]) tell(at, `no field "${field}"${hint(field, Object.keys(fields))}`);
  }
  for (const state of workflow.ends ?? [])
    if (!states.includes(state)) tell('workflow.ends', `no state "${state}"${hint(state, states)}`);
  const reached = new Set([states[0], ...workflow.transitions.map(({ to }) => to)]);
  for (const state of states) if (!reached.has(state)) tell('workflow.states', `nothing leads to "${state}"`);
}

/** A day of a row: a date, an end of a period, or one that every row has. */
function checkDay({ fields }: Register, tell: Tell, at: string, named: string, own: string[]): void {
  if (own.includes(named)) return;
  const [name = '', part] = named.split('.');
  const field = fields[name];
  if (!field) tell(at, `no field "${name}"${hint(name, Object.keys(fields))}`);
  else if (!field.parts.some(({ suffix, type }) => type === 'date' && suffix === (part ?? '')))
    tell(at, `"${named}" is no day`);
}

function checkWhere({ fields, workflow }: Register, tell: Tell, at: string, where: Where | undefined): void {
  for (const [name, wanted] of Object.entries(where ?? {})) {
    const states = name === 'state' ? Object.keys(workflow?.states ?? {}) : null;
    if (!states && !fields[name]) tell(at, `no field "${name}"${hint(name, Object.keys(fields))}`);
    if (wanted && typeof wanted === 'object' && 'by' in wanted) {
      for (const day of [name, wanted.by]) checkDay({ fields } as Register, tell, at, day, []);
      continue;
    }
    if (isAmounting(wanted) && !['number', 'money'].includes(fields[name]?.kind ?? ''))
      tell(at, `"${name}" cannot be more or less than an amount`);
    const codes = states ?? fields[name]?.input.choices?.map(({ value }) => value);
    for (const one of Array.isArray(wanted) ? wanted : [])
      if (typeof one === 'string' && codes && !codes.includes(one))
        tell(at, `"${name}" is never "${one}"${hint(one, codes)}`);
  }
}

function checkTimers(register: Register, tell: Tell): void {
  const known = fieldFaults(register, tell);
  for (const timer of register.timers) {
    const at = `timers.${timer.name}`;
    checkDay(register, tell, at, timer.from, ['stateOn']);
    checkWhere(register, tell, at, timer.where);
    if (timer.until) known(at, timer.until);
    if (!timer.source.trim()) tell(at, 'cites no source');
    if (register.timers.filter(({ name }) => name === timer.name).length > 1) tell(at, 'is declared twice');
  }
  for (const [name, { source }] of Object.entries(register.thresholds))
    if (!source.trim()) tell(`thresholds.${name}`, 'cites no source');
}

function checkIndicators(register: Register, tell: Tell): void {
  const known = fieldFaults(register, tell);
  for (const indicator of register.indicators) {
    const { key, rule, on, end, sum, of, where, part, once } = indicator;
    const at = `indicators.${key}`;
    if (!key.startsWith(`${register.name}.`)) tell(at, `must begin with "${register.name}."`);
    checkDay(register, tell, at, on, ['createdOn']);
    if (end) checkDay(register, tell, at, end, []);
    checkWhere(register, tell, at, where);
    checkWhere(register, tell, at, part);
    if (sum)
      known(at, sum, ({ kind }) => (kind === 'number' || kind === 'money' ? null : 'cannot be added up'));
    if (of) known(at, of);
    if (once) known(at, once, ({ parts }) => (parts[0]?.type === 'text' ? null : 'is not of words'));
    if ((rule === 'distinct') !== (of !== undefined))
      tell(at, '"of" belongs to distinct, and distinct needs it');
    if ((rule === 'ratio') !== (part !== undefined)) tell(at, '"part" belongs to ratio, and ratio needs it');
  }
}
