import type { Person, TestHouse } from '#test/house.ts';

/** Calls a JSON route by its address, as subjects of many rooms do; what it answers is whatever the room says. */
// biome-ignore lint/suspicious/noExplicitAny: a subject takes the ids it needs and nothing else.
export type Ask = (method: 'GET' | 'POST' | 'PUT', url: string, body?: object) => Promise<any>;

export const askerOf =
  (t: TestHouse, { cookie }: Person): Ask =>
  async (method, url, body) => {
    const answer = await t.web.inject({
      method,
      url,
      headers: { cookie },
      ...(body ? { payload: body } : {}),
    });
    if (answer.statusCode !== 200) throw new Error(`${method} ${url}: ${answer.statusCode} ${answer.body}`);
    return answer.json();
  };
