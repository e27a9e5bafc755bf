// Files of 50 MB in and out, streamed: how fast and in how much memory, beside node:http and node:fs alone.
import { type ChildProcess, fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { median } from './hammer.ts';

const MB = 1024 * 1024;
const SIZE = 50 * MB;
const ROUNDS = 7;

type Way = {
  name: string;
  child: ChildProcess;
  up: () => Promise<string>;
  down: (sha256: string) => Promise<void>;
};

async function open(name: string, script: string, asForm: boolean): Promise<Way> {
  const child = fork(join(import.meta.dirname, script), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  const base = `http://127.0.0.1:${port}`;
  return {
    name,
    child,
    up: async () => {
      const bytes = randomBytes(SIZE);
      const form = new FormData();
      form.set('file', new File([bytes], 'Lễ đón đoàn.mp4'));
      const answer = await fetch(`${base}/up`, { method: 'POST', body: asForm ? form : bytes });
      if (!answer.ok) throw new Error(`${name}: ${await answer.text()}`);
      return ((await answer.json()) as { sha256: string }).sha256;
    },
    down: async (sha256) => {
      let size = 0;
      const answer = await fetch(`${base}/down/${sha256}`);
      for await (const chunk of answer.body!) size += chunk.length;
      if (size !== SIZE) throw new Error(`${name}: ${size} bytes came back`);
    },
  };
}

const memoryOf = async ({ child }: Way) => {
  child.send('memory');
  return ((await once(child, 'message')) as [{ rss: number; most: number }])[0];
};

async function time(work: () => Promise<unknown>): Promise<number> {
  const before = performance.now();
  await work();
  return performance.now() - before;
}

const ways = [
  await open('Nhịp Cầu', 'files-server.ts', true),
  await open('node:http + fs', 'bare-files-server.ts', false),
];
const runs = ways.map((way) => ({ way, ups: [] as number[], downs: [] as number[], sha256: '', atRest: 0 }));
for (const run of runs) {
  run.sha256 = await run.way.up();
  run.atRest = (await memoryOf(run.way)).rss;
}
// Turn by turn, so that what else the machine does falls on both.
for (let round = 0; round < ROUNDS; round += 1)
  for (const { way, ups, downs, sha256 } of runs) {
    ups.push(await time(way.up));
    downs.push(await time(() => way.down(sha256)));
  }
for (const { way, ups, downs, sha256, atRest } of runs) {
  const single = await memoryOf(way);
  await Promise.all(Array.from({ length: 4 }, () => way.up()));
  await Promise.all(Array.from({ length: 8 }, () => way.down(sha256)));
  const many = await memoryOf(way);
  const rss = [atRest, single.most, many.most].map((bytes) => `${Math.round(bytes / MB)} MB`);
  console.log(
    `${way.name.padEnd(16)} up ${median(ups).toFixed(0)} ms, down ${median(downs).toFixed(0)} ms of 50 MB; RSS after one ${rss[0]}, at most ${rss[1]} one by one, ${rss[2]} with 4 up and 8 down at once`,
  );
  way.child.disconnect();
}
const [ours, bare] = runs;
const ratio = (of: 'ups' | 'downs') => (median(ours![of]) / median(bare![of])).toFixed(2);
console.log(`ratio            up ${ratio('ups')}, down ${ratio('downs')}`);
