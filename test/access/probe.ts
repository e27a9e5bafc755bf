import type { Web } from '#app/platform/http.ts';
import { type Column, columns, type Line, type Outcomes } from './read-matrix.ts';
import type { Viewers } from './viewers.ts';

/** What a line's `{names}` stand for: ids mostly, other values of a body too. */
export type Subjects = Record<string, unknown>;

type Call = Pick<Line, 'method' | 'address' | 'body' | 'isForm' | 'shows'>;
export type Probe = { web: Web; viewers: Viewers; subjects: Subjects; idsOfProvince: ReadonlySet<string> };

/** How each column fares with one call. Several people of one column that fare differently are joined by '/'. */
export async function observe(probe: Probe, line: Call): Promise<Outcomes> {
  const callers = columns.flatMap((column) => probe.viewers[column].map((cookie) => ({ column, cookie })));
  const ask = ({ column, cookie }: (typeof callers)[number]) => outcomeOf(probe, line, column, cookie);
  // All at once: the same call takes its locks in the same order, and none of them stays.
  const seen = await Promise.all(callers.map(ask));
  const of = (column: Column) => new Set(seen.filter((_, index) => callers[index]!.column === column));
  return Object.fromEntries(columns.map((column) => [column, [...of(column)].sort().join('/')])) as Outcomes;
}

const words: Record<number, string> = { 401: 'out', 403: 'no', 404: 'hidden' };
const ids = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

async function outcomeOf(
  { web, subjects, idsOfProvince }: Probe,
  line: Call,
  column: Column,
  cookie: string | null,
) {
  const url = fill(line.address, subjects, encodeURIComponent);
  const body = fillBody(line.body, subjects) as object | undefined;
  const headers: Record<string, string> = cookie ? { cookie } : {};
  const sent = line.isForm
    ? await formOf(body as Record<string, string>, headers)
    : { headers, ...(body ? { payload: body } : {}) };
  const answer = await web.inject({ method: line.method as 'GET', url, ...sent }).catch(() => null);
  if (!answer) return 'cut';
  if (answer.statusCode >= 300) return words[answer.statusCode] ?? String(answer.statusCode);
  const said = answer.body;
  // What the asker has sent is not told to them.
  const asked = `${url} ${JSON.stringify(body ?? '')}`;
  if (column === 'other province' || column === 'stranger')
    return (said.match(ids) ?? []).some((id) => idsOfProvince.has(id) && !asked.includes(id))
      ? 'LEAK'
      : 'blind';
  return line.shows && !said.includes(String(lookUp(subjects, line.shows))) ? 'blind' : 'yes';
}

const lookUp = (subjects: Subjects, name: string): unknown => {
  if (!(name in subjects))
    throw new Error(`no subject “${name}”: subjects.ts knows ${Object.keys(subjects).join(', ')}`);
  return subjects[name];
};

const fill = (
  text: string,
  subjects: Subjects,
  spell: (value: string) => string = (value) => value,
): string => text.replace(/\{(\w+)\}/g, (_, name: string) => spell(String(lookUp(subjects, name))));

/** `"{name}"` alone becomes the value as it is, a number or a list too. */
export function fillBody(body: unknown, subjects: Subjects): unknown {
  if (typeof body === 'string') {
    const alone = /^\{(\w+)\}$/.exec(body)?.[1];
    return alone ? lookUp(subjects, alone) : fill(body, subjects);
  }
  if (Array.isArray(body)) return body.map((one) => fillBody(one, subjects));
  if (body && typeof body === 'object')
    return Object.fromEntries(Object.entries(body).map(([key, value]) => [key, fillBody(value, subjects)]));
  return body;
}

/** A form as a browser sends it. A field `file` is sent as a file: `"name.txt: what it holds"`. */
export async function formOf(fields: Record<string, string>, headers: Record<string, string> = {}) {
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) {
    const [, name, held] = (field === 'file' && /^([^:]+): ([\s\S]*)$/.exec(value)) || [];
    form.set(field, name === undefined ? value : new File([held ?? ''], name));
  }
  const body = new Response(form);
  return {
    headers: { ...headers, 'content-type': body.headers.get('content-type')! },
    payload: Buffer.from(await body.arrayBuffer()),
  };
}
