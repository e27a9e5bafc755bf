import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { expect } from 'vitest';
import { accountWords } from '#app/accounts/account.words.ts';
import { type Answer, addressOf, type CallArguments, type Route } from '#app/platform/contract.ts';
import { shellWords } from '#app/web/shell.words.ts';
import { type Program, startProgram } from '../program.ts';
import { openBrowser, type Seat, sit } from './browser.ts';

/** A program of its own with the example province, and a browser: what a journey is played on. */
export type Stage = {
  program: Program;
  browser: Browser;
  /** The seat of a sample person; the first time they come in by their one-time link and leave the password for later. */
  as(name: string): Promise<Seat>;
  go(seat: Seat, path: string): Promise<unknown>;
  /** What another part of the work left behind; the pages for it are walked elsewhere. */
  call<R extends Route>(seat: Seat, route: R, given: CallArguments<R>): Promise<Answer<R>>;
  close(): Promise<void>;
};

export async function openStage(name: string): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), `nhipcau-${name}-`));
  chmodSync(folder, 0o755);
  const program = await startProgram({ NHIPCAU_DATA: join(folder, 'data'), PORT: String(await freePort()) });
  const browser = await openBrowser();
  const seats = new Map<string, Promise<Seat>>();
  return {
    program,
    browser,
    as(person) {
      if (!seats.has(person)) seats.set(person, enter(browser, program.links[person]!));
      return seats.get(person)!;
    },
    go: (seat, path) => seat.page.goto(program.origin + path),
    async call(seat, route, given) {
      const { body } = given as { body?: unknown };
      const answer = await seat.page.request.fetch(program.origin + addressOf(route, given), {
        method: route.method,
        ...(body === undefined ? {} : { data: body }),
        headers: { origin: program.origin },
      });
      expect(answer.status(), `${route.method} ${route.path}: ${await answer.text()}`).toBe(200);
      return answer.json();
    },
    async close() {
      await browser.close();
      program.child.kill('SIGTERM');
      await program.ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function enter(browser: Browser, link: string): Promise<Seat> {
  const seat = await sit(browser, link);
  await seat.page.getByRole('link', { name: accountWords.vi.later }).click();
  await seat.page.getByRole('heading', { level: 1, name: shellWords.vi.home }).waitFor();
  return seat;
}

export const freePort = () =>
  new Promise<number>((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => done(port));
    });
  });
