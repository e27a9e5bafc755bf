// Sessions resolved a second: GET /api/me with a live session, against a bare node:http + pg program that looks the
// same session up with one prepared statement, in turns within one run.   node bin/run bench/sessions.ts [--quick]
import { openProvince } from './province.ts';
import { compare, serve, signIn } from './sides.ts';

const quick = process.argv.includes('--quick');
const rounds = quick ? 1 : 3;
const seconds = quick ? 1 : 3;

const province = await openProvince();
try {
  const ours = await serve('program-server.ts', { url: province.ownerUrl });
  const bare = await serve('bare-sessions.ts', { url: province.ownerUrl, tenantId: province.tenantId });
  const cookie = await signIn(ours.origin, await province.entryToken('daumoi@example.vn'));
  const sides = {
    ours: [{ url: `${ours.origin}/api/me`, headers: { cookie } }],
    bare: [{ url: bare.origin, headers: { cookie } }],
  };
  for (const connections of [1, 16])
    await compare('sessions', sides, { connections, rounds, seconds, bar: 0.8 });
  for (const child of [bare.child, ours.child]) child.kill();
} finally {
  await province.close();
}
