import { Agent, type ClientRequest, request } from 'node:http';

export type Load = { connections: number; perSecond: number; p50: number; p99: number };
/** One request; a body makes it a POST. */
export type Asked = { url: string; headers?: Record<string, string>; body?: string };

/** Asks for all of `asked` in turn, again and again, over `connections` kept-alive connections; times in milliseconds. */
export async function hammer(asked: readonly Asked[], connections: number, seconds: number): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const times: number[] = [];
  const end = performance.now() + seconds * 1000;
  const started = performance.now();
  let next = 0;
  const one = async () => {
    while (performance.now() < end) {
      const before = performance.now();
      await ask(asked[next++ % asked.length]!, agent);
      times.push(performance.now() - before);
    }
  };
  await Promise.all(Array.from({ length: connections }, one));
  const took = (performance.now() - started) / 1000;
  agent.destroy();
  times.sort((a, b) => a - b);
  const at = (share: number) =>
    times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
  return { connections, perSecond: times.length / took, p50: at(0.5), p99: at(0.99) };
}

function ask({ url, headers, body }: Asked, agent: Agent): Promise<void> {
  return new Promise((done, fail) => {
    const sent: ClientRequest = request(
      url,
      { agent, method: body === undefined ? 'GET' : 'POST', ...(headers ? { headers } : {}) },
      (answer) => {
        if (answer.statusCode !== 200) fail(new Error(`${url} answered ${answer.statusCode}`));
        answer.resume();
        answer.on('end', done);
      },
    );
    sent.on('error', fail);
    sent.end(body);
  });
}

export const median = (values: number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
