import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeEntryLinkFor } from '#app/accounts/index.ts';
import { loadExample } from '#app/example.ts';
import { openProgram } from '#app/main.ts';
import { type Answer, addressOf, type CallArguments, type Route } from '#app/platform/contract.ts';
import { type Database, inTenant, openDatabase } from '#app/platform/database.ts';
import { diskFileStore } from '#app/platform/file-store.ts';
import type { House } from '#app/platform/house.ts';
import type { Web } from '#app/platform/http.ts';
import { sealWith } from '#app/platform/seal.ts';
import { diskUploadHold } from '#app/platform/upload-hold.ts';
import { databaseUrl, dropTestDatabase, makeTestDatabase } from './database.ts';
import { installationIn } from './installation.ts';

const testSealKey = 'khóa của phép thử, không dùng ở nơi nào khác';

export type TestHouse = {
  house: House;
  /** The program that answers now. */
  readonly web: Web;
  tenantId: string;
  /** The tables' owner, to look behind the program's back. */
  owner: Database;
  /** Signs a sample person in, e.g. `as('daumoi@example.vn')`, and returns how they call routes. */
  as: (email: string) => Promise<Person>;
  setNow: (now: Date) => void;
  /** Stops the program as Ctrl-C does. */
  stop: () => Promise<void>;
  /** Opens a new one on the same house; people stay signed in. */
  restart: () => Promise<void>;
  close: () => Promise<void>;
};

export type Person = {
  /** Calls a route and returns its answer; fails the test when it is refused. */
  call: <R extends Route>(route: R, given: CallArguments<R>) => Promise<Answer<R>>;
  /** Calls a route that must be refused; returns the problem. */
  refused: <R extends Route>(
    route: R,
    given: CallArguments<R>,
  ) => Promise<{ status: number; title: string; [key: string]: unknown }>;
  /** For what is no JSON route: uploads and downloads. */
  cookie: string;
};

/** The whole program on a fresh copy of the migrated database, with the agencies and people of the example, without a port. */
export async function openTestHouse({ example = true } = {}): Promise<TestHouse> {
  const name = `t_${randomUUID().replaceAll('-', '')}`;
  await makeTestDatabase(name, 'nhipcau_template');
  const url = databaseUrl(name);
  const folder = mkdtempSync(join(tmpdir(), 'nhipcau-files-'));
  const owner = openDatabase(url, undefined, 2);
  const db = openDatabase(url, 'nhipcau_app', 4);
  const { id: tenantId } = await owner
    .insertInto('tenant')
    .values({ name: 'Thành phố Cần Thơ', host: null })
    .returning('id')
    .executeTakeFirstOrThrow();
  let held: Date | null = null;
  const house: House = {
    db,
    files: diskFileStore(folder),
    uploads: diskUploadHold(join(folder, 'uploads')),
    seal: sealWith(testSealKey),
    now: () => held ?? new Date(),
    installation: installationIn(folder, url, testSealKey),
    origin: 'http://localhost',
  };
  if (example) await loadExample(house, tenantId);
  // Roles begin on the day of the machine's clock, which may be after the day a test holds.
  await inTenant(db, tenantId, (tx) =>
    tx.updateTable('membership').set({ valid_from: '2026-01-01' }).execute(),
  );
  let web = await openProgram(house);
  return {
    house,
    get web() {
      return web;
    },
    tenantId,
    owner,
    as: (email) => signInByLink(house, () => web, tenantId, email),
    setNow: (now) => {
      held = now;
    },
    stop: () => web.close(),
    restart: async () => {
      web = await openProgram(house);
      await web.ready();
    },
    close: async () => {
      await web.close();
      await Promise.all([db.destroy(), owner.destroy()]);
      await dropTestDatabase(name);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function signInByLink(house: House, web: () => Web, tenantId: string, email: string): Promise<Person> {
  const link = await makeEntryLinkFor(house, tenantId, email);
  const entered = await web().inject({
    method: 'POST',
    url: '/api/enter',
    payload: { token: link?.split('#')[1] },
  });
  const cookie = String(entered.headers['set-cookie']).split(';')[0] ?? '';
  const send = async (route: Route, given: Record<string, unknown>) => {
    const answer = await web().inject({
      method: route.method,
      url: addressOf(route, given),
      headers: { cookie },
      ...(given.body === undefined ? {} : { payload: given.body as object }),
    });
    return { status: answer.statusCode, body: answer.json() };
  };
  return {
    cookie,
    call: async (route, given) => {
      const { status, body } = await send(route, given as never);
      if (status !== 200)
        throw new Error(`${route.method} ${route.path} as ${email}: ${status} ${JSON.stringify(body)}`);
      return body;
    },
    refused: async (route, given) => {
      const { status, body } = await send(route, given as never);
      if (status < 400) throw new Error(`${route.method} ${route.path} as ${email} should have been refused`);
      return { ...body, status };
    },
  };
}
