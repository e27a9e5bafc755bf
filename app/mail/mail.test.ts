import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { inTenant } from '#app/platform/database.ts';
import { runDueJobs } from '#app/platform/jobs.ts';
import { openTestHouse, type TestHouse } from '#test/house.ts';
import { queueMail, SECRET_MARK, sendMailJob } from './index.ts';
import { handLetter, listOutbox, openLetter, retryLetter, sendTrial } from './mail.contract.ts';

let t: TestHouse;
let server: SMTPServer;
const received: { to: string[]; raw: string }[] = [];
let refusal: { responseCode: number; message: string } | null = null;

beforeAll(async () => {
  t = await openTestHouse();
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, done) =>
      done(refusal ? Object.assign(new Error(refusal.message), refusal) : null),
    onData(stream, session, done) {
      let raw = '';
      stream.on('data', (chunk: Buffer) => {
        raw += chunk.toString();
      });
      stream.on('end', () => {
        received.push({ to: session.envelope.rcptTo.map((one) => one.address), raw });
        done(null);
      });
    },
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()));
});
beforeEach(() => {
  received.length = 0;
  refusal = null;
  t.setNow(new Date('2026-11-22T02:00:00Z'));
  const { port } = server.server.address() as AddressInfo;
  t.house.mail = { url: `smtp://127.0.0.1:${port}`, from: 'Nhịp Cầu <nhipcau@cantho.example.vn>' };
});
afterAll(async () => {
  await new Promise<void>((done) => server.close(() => done()));
  await t.close();
});

const secret = 'http://localhost/enter#bi-mat-dung-mot-lan';
const queue = () =>
  inTenant(t.house.db, t.tenantId, (tx) =>
    queueMail(tx, t.house, {
      personId: null,
      recipient: 'nguoimoi@example.vn',
      subject: 'Lời mời vào Nhịp Cầu, Sở Ngoại vụ',
      body: `Kính gửi ông Nguyễn Văn Đức,\n\n${SECRET_MARK}\n`,
      secret,
      actorId: null,
    }),
  );
const stored = (id: string) =>
  inTenant(t.house.db, t.tenantId, (tx) =>
    tx.selectFrom('mail').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
  );
const tick = () => runDueJobs(t.house, [sendMailJob]);
const decode = (raw: string) =>
  Buffer.from(
    /\r\n\r\n([\s\S]*)$/
      .exec(raw)![1]!
      .replace(/=\r\n/g, '')
      .replace(/=([\dA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');

test('a letter waits sealed, is sent once with its Vietnamese subject, and forgets its secret', async () => {
  const id = await queue();
  const waiting = await stored(id);
  expect(waiting.state).toBe('waiting');
  expect(JSON.stringify(waiting)).not.toContain('bi-mat');
  expect(waiting.secret!.toString()).not.toContain('bi-mat');
  await tick();
  await tick();
  expect(received).toHaveLength(1);
  expect(received[0]!.to).toEqual(['nguoimoi@example.vn']);
  const subject = /Subject: ((?:.|\r\n[ \t])+?)\r\n\S/.exec(received[0]!.raw)![1]!;
  const words = [...subject.matchAll(/=\?UTF-8\?([QB])\?(.*?)\?=/gi)].map(([, how, text]) =>
    how === 'B'
      ? Buffer.from(text!, 'base64')
      : Buffer.from(
          text!
            .replaceAll('_', ' ')
            .replace(/=([\dA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
          'latin1',
        ),
  );
  expect(Buffer.concat(words).toString()).toBe('Lời mời vào Nhịp Cầu, Sở Ngoại vụ');
  expect(decode(received[0]!.raw)).toContain('Kính gửi ông Nguyễn Văn Đức');
  expect(decode(received[0]!.raw)).toContain(secret);
  expect(await stored(id)).toMatchObject({ state: 'sent', secret: null, attempts: 1 });
});

test('a letter whose transaction fails is never sent', async () => {
  await inTenant(t.house.db, t.tenantId, async (tx) => {
    await queueMail(tx, t.house, {
      personId: null,
      recipient: 'ai@example.vn',
      subject: 'Không có thật',
      body: '',
      actorId: null,
    });
    throw new Error('undone');
  }).catch(() => undefined);
  await tick();
  expect(received).toHaveLength(0);
});

test('a mail server that is busy is tried again with growing pauses, then given up visibly', async () => {
  const id = await queue();
  refusal = { responseCode: 451, message: 'try later <nguoimoi@example.vn>' };
  const pauses: number[] = [];
  let now = t.house.now();
  for (let turn = 0; turn < 8; turn++) {
    await tick();
    const row = await stored(id);
    if (row.state !== 'waiting') break;
    pauses.push((row.next_attempt_at.getTime() - now.getTime()) / 60_000);
    await tick();
    expect((await stored(id)).attempts).toBe(turn + 1);
    now = new Date(row.next_attempt_at.getTime() + 1000);
    t.setNow(now);
  }
  expect(pauses).toEqual([1, 5, 15, 60, 240, 720, 1440]);
  const failed = await stored(id);
  expect(failed).toMatchObject({ state: 'failed', attempts: 8 });
  expect(failed.last_error).toMatch(/^Chưa gửi được: .*451/);
  expect(failed.last_error).not.toContain('nguoimoi@');
  expect(received).toHaveLength(0);
});

test('an address that does not exist is given up at once and can be handed over or sent again', async () => {
  const id = await queue();
  refusal = { responseCode: 550, message: 'no such user' };
  await tick();
  expect(await stored(id)).toMatchObject({ state: 'failed', attempts: 1 });
  refusal = null;
  const administrator = await t.as('quantri@example.vn');
  await administrator.call(retryLetter, { params: { id } });
  await tick();
  expect(await stored(id)).toMatchObject({ state: 'sent', secret: null });
});

test('without a mail server the administrator opens a letter and hands it over; the link is then gone', async () => {
  delete t.house.mail;
  const id = await queue();
  await tick();
  const administrator = await t.as('quantri@example.vn');
  const outbox = await administrator.call(listOutbox, { query: { state: 'waiting' } });
  expect(outbox.hasServer).toBe(false);
  expect(JSON.stringify(outbox)).not.toContain('bi-mat');
  expect((await administrator.call(openLetter, { params: { id } })).body).toContain(secret);
  await administrator.call(handLetter, { params: { id } });
  expect((await administrator.call(openLetter, { params: { id } })).body).not.toContain('bi-mat');
  expect((await administrator.refused(handLetter, { params: { id } })).status).toBe(409);
  const told = await inTenant(t.house.db, t.tenantId, (tx) =>
    tx.selectFrom('event').select('kind').where('subject_id', '=', id).orderBy('seq').execute(),
  );
  expect(told.map(({ kind }) => kind)).toEqual(['mail.queued', 'mail.opened', 'mail.handed']);
});

test('only the administrator sees the outbox', async () => {
  for (const email of ['daumoi@example.vn', 'thanhtra@example.vn'])
    expect((await (await t.as(email)).refused(listOutbox, { query: {} })).status).toBe(403);
});

test('a trial letter reaches the administrator who asked for it', async () => {
  const administrator = await t.as('quantri@example.vn');
  await administrator.call(sendTrial, {});
  await tick();
  expect(received.map(({ to }) => to)).toEqual([['quantri@example.vn']]);
});

test('a link that nobody fetched is destroyed after a week', async () => {
  delete t.house.mail;
  const id = await queue();
  t.setNow(new Date(t.house.now().getTime() + 8 * 24 * 3_600_000));
  await tick();
  expect(await stored(id)).toMatchObject({ state: 'waiting', secret: null });
});
