import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { type Asked, hammer, type Load, median } from './hammer.ts';

export type Served = { child: ChildProcess; origin: string };

/** Starts a program of this folder in its own process; it tells its port once it listens. */
export async function serve(file: string, given: object): Promise<Served> {
  const child = fork(join(import.meta.dirname, file), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  child.send(given);
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  return { child, origin: `http://127.0.0.1:${port}` };
}

/** Enters by a one-time link; returns the cookie. */
export async function signIn(origin: string, token: string): Promise<string> {
  const answer = await fetch(`${origin}/api/enter`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  });
  return answer.headers.getSetCookie()[0]!.split(';')[0]!;
}

export type Sides = Record<'ours' | 'bare', Asked[]>;

/** Asks both sides in turns within one run and prints how they compare. Returns the program's median of answers a second. */
export async function compare(
  name: string,
  sides: Sides,
  {
    connections,
    rounds,
    seconds,
    bar,
  }: { connections: number; rounds: number; seconds: number; bar: number },
): Promise<number> {
  const loads: Record<'ours' | 'bare', Load[]> = { ours: [], bare: [] };
  for (const side of ['ours', 'bare'] as const) await hammer(sides[side], connections, 0.5);
  for (let round = 0; round < rounds; round++)
    for (const side of ['ours', 'bare'] as const)
      loads[side].push(await hammer(sides[side], connections, seconds));
  const of = (side: 'ours' | 'bare', key: keyof Load) => median(loads[side].map((load) => load[key]));
  const ratio = median(loads.ours.map((load, i) => load.perSecond / loads.bare[i]!.perSecond));
  const row = (side: 'ours' | 'bare') =>
    `${of(side, 'perSecond').toFixed(0).padStart(6)}/s  p50 ${of(side, 'p50').toFixed(1)} ms  p99 ${of(side, 'p99').toFixed(1)} ms`;
  console.log(
    `${name}, ${connections} connection(s), load ${loadavg()[0]!.toFixed(1)}\n  program  ${row('ours')}\n  bare     ${row('bare')}\n  ratio    ${ratio.toFixed(2)}× (bar ${bar}×)`,
  );
  return of('ours', 'perSecond');
}
