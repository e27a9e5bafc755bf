import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

const bin = join(import.meta.dirname, '../bin/nhipcau');

export type Run = { code: number | null; out: string; err: string };
export type Program = {
  child: ChildProcess;
  origin: string;
  links: Record<string, string>;
  ended: Promise<Run>;
};

/** Runs `bin/nhipcau` to its end, as a user's shell would. */
export function runProgram(args: string[], env: Record<string, string> = {}): Promise<Run> {
  return launch(args, env).ended;
}

/** Starts the program and waits until it says where it is. */
export async function startProgram(env: Record<string, string>): Promise<Program> {
  const { child, ended, output } = launch(['start'], env);
  const ready = new Promise<void>((done, fail) => {
    // The links follow one by one, on a busy machine slowly: silence says that all has been said.
    let silence: NodeJS.Timeout;
    child.stdout?.on('data', () => {
      clearTimeout(silence);
      if (/đang chạy tại .*\n/.test(output.out))
        silence = setTimeout(done, /\/enter#/.test(output.out) ? 1000 : 8000);
    });
    void ended.then((run) => fail(new Error(`the program ended: ${run.err}`)));
  });
  await ready;
  const links = [...output.out.matchAll(/^ {2}(\S.*?) {2,}(.+?), .*\n {2}(http\S+)$/gm)].map((m) => [
    m[2]!,
    m[3]!,
  ]);
  return {
    child,
    ended,
    origin: /đang chạy tại (\S+)/.exec(output.out)![1]!,
    links: Object.fromEntries(links),
  };
}

function launch(args: string[], env: Record<string, string>) {
  const child = spawn(process.execPath, [bin, ...args], {
    env: { ...process.env, DATABASE_URL: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = { out: '', err: '' };
  child.stdout.on('data', (chunk) => {
    output.out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    output.err += chunk;
  });
  const ended = new Promise<Run>((done) => child.on('close', (code) => done({ code, ...output })));
  return { child, ended, output };
}
