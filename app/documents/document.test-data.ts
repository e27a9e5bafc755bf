import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import type { Answer } from '#app/platform/contract.ts';
import type { Person, TestHouse } from '#test/house.ts';
import { listImports } from './import/import.contract.ts';

/** Plan 217 as it lies in the example: `plan-217.md` whole, `plan-217-web.txt` as a web page gives it. */
export const plan217 = (name: 'plan-217.md' | 'plan-217-web.txt'): Buffer =>
  readFileSync(new URL(`../../data/example/${name}`, import.meta.url));

/** Sends a form to POST /api/documents as its bearer of the cookie. */
export async function upload(
  t: TestHouse,
  { cookie }: { cookie: string },
  given: { file: string; bytes: Uint8Array | string } | { text: string },
) {
  const form = new FormData();
  if ('text' in given) form.set('text', given.text);
  else form.set('file', new File([given.bytes as never], given.file));
  const body = new Response(form);
  const answer = await t.web.inject({
    method: 'POST',
    url: '/api/documents',
    headers: { cookie, 'content-type': body.headers.get('content-type')! },
    payload: Buffer.from(await body.arrayBuffer()),
  });
  return { status: answer.statusCode, ...answer.json() };
}

/** Waits until the import `jobId` has ended, asking as the page does; returns it as the list shows it. */
export async function ended(
  person: Person,
  jobId: string,
): Promise<Answer<typeof listImports>['imports'][number]> {
  for (;;) {
    const { imports } = await person.call(listImports, {});
    const job = imports.find(({ id }) => id === jobId);
    if (!job) throw new Error(`import ${jobId} is not on the list`);
    if (job.state !== 'waiting' && job.state !== 'running') return job;
    await setTimeout(50);
  }
}
