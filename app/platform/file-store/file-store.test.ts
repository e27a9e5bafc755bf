import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openS3Server } from '#test/s3-server.ts';
import { diskFileStore, type FileStore } from '../file-store.ts';
import { s3FileStore } from './s3.ts';

const folder = mkdtempSync(join(tmpdir(), 'nhipcau-store-'));
const s3 = await openS3Server();
const opened: { name: string; store: FileStore }[] = [
  { name: 'disk', store: diskFileStore(join(folder, 'files')) },
  { name: 'S3', store: s3FileStore(s3.settings, join(folder, 'spool')) },
];
afterAll(async () => {
  await s3.close();
  rmSync(folder, { recursive: true, force: true });
});

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
/** In pieces of odd lengths, as a network brings them. */
const streamed = (bytes: Buffer, piece = 60_001) =>
  Readable.from(
    Array.from({ length: Math.ceil(bytes.length / piece) }, (_, n) =>
      bytes.subarray(n * piece, (n + 1) * piece),
    ),
  );
const listed = async (store: FileStore) => (await Array.fromAsync(store.list())).map((one) => one.sha256);

describe.each(opened)('files kept on $name', ({ store }) => {
  const big = randomBytes(12_000_000);
  beforeAll(async () => void (await store.put(streamed(big))));

  test('12,000,000 bytes come back exactly', async () => {
    expect(await store.size(hashOf(big))).toBe(12_000_000);
    expect(hashOf(await buffer(store.read(hashOf(big))))).toBe(hashOf(big));
  });

  test('the same content is kept once, under its sha256', async () => {
    const words = Buffer.from('Báo cáo kết quả tiếp đoàn năm 2025');
    const first = await store.put(streamed(words));
    expect(first).toEqual({ sha256: hashOf(words), size: words.length });
    expect(await store.put(streamed(words, 3))).toEqual(first);
    expect((await listed(store)).filter((one) => one === first.sha256)).toHaveLength(1);
    expect((await buffer(store.read(first.sha256))).toString()).toBe(words.toString());
  });

  test('a part is read without the rest', async () => {
    const part = await buffer(store.read(hashOf(big), { from: 5_000_000, to: 5_000_099 }));
    expect(part.equals(big.subarray(5_000_000, 5_000_100))).toBe(true);
    const last = await buffer(store.read(hashOf(big), { from: 11_999_999, to: 11_999_999 }));
    expect([...last]).toEqual([big.at(-1)]);
  });

  test('an empty file is a file', async () => {
    const { sha256, size } = await store.put(Readable.from([]));
    expect([sha256, size, await store.size(sha256)]).toEqual([hashOf(Buffer.alloc(0)), 0, 0]);
    expect(await buffer(store.read(sha256))).toHaveLength(0);
  });

  test('a stream that breaks leaves nothing', async () => {
    const before = await listed(store);
    const breaking = Readable.from(
      (async function* () {
        yield randomBytes(300_000);
        throw new Error('the line was cut');
      })(),
    );
    await expect(store.put(breaking)).rejects.toThrow('the line was cut');
    expect(await listed(store)).toEqual(before);
    const waiting = readdirSync(folder, { recursive: true }).filter((name) =>
      /(incoming|spool)[\\/]/.test(String(name)),
    );
    expect(waiting).toEqual([]);
  });

  test('what is not there is told in one sentence with 404', async () => {
    const nobody = hashOf(Buffer.from('chưa ai gửi'));
    expect([await store.has(nobody), await store.size(nobody)]).toEqual([false, null]);
    await expect(buffer(store.read(nobody))).rejects.toMatchObject({
      status: 404,
      message: expect.stringContaining('không còn trong kho tệp'),
    });
  });

  test('a reader who leaves early holds nothing open', async () => {
    const stream = store.read(hashOf(big));
    for await (const chunk of stream) {
      expect(chunk.length).toBeGreaterThan(0);
      break;
    }
    expect(stream.destroyed).toBe(true);
  });
});

describe('an S3 store at the start', () => {
  test('that is there is used', async () => {
    await s3FileStore(s3.settings, folder).check();
  });
  test.each([
    [{ bucket: 'chua-co' }, /chưa có bucket chua-co.*NHIPCAU_S3_BUCKET/],
    [{ accessKey: 'sai' }, /không cho dùng bucket.*NHIPCAU_S3_SECRET_KEY/],
    [{ endpoint: 'http://127.0.0.1:9' }, /không trả lời.*NHIPCAU_S3_ENDPOINT/],
  ])('%o is told in one sentence', async (wrong, sentence) => {
    await expect(s3FileStore({ ...s3.settings, ...wrong }, folder).check()).rejects.toThrow(sentence);
  });
  test('that keeps other bytes than were sent is found out, and nothing is kept', async () => {
    const store = s3FileStore({ ...s3.settings, endpoint: await changing(s3.settings.endpoint) }, folder);
    await expect(store.put(Readable.from([Buffer.from('nội dung đúng')]))).rejects.toMatchObject({
      status: 502,
    });
    expect(await store.has(hashOf(Buffer.from('nội dung đúng')))).toBe(false);
  });
});

/** A way to the store on which the first letter of every content put is changed. */
async function changing(endpoint: string): Promise<string> {
  const { createServer, request } = await import('node:http');
  const between = createServer((asked, answer) => {
    const { hostname, port } = new URL(endpoint);
    const { url: path, method, headers } = asked;
    const on = request({ hostname, port, path, method, headers }, (found) => {
      answer.writeHead(found.statusCode!, found.headers);
      found.pipe(answer);
    });
    asked.on('data', (chunk: Buffer) => on.write(chunk.fill(0x58, 0, 1)));
    asked.on('end', () => on.end());
  });
  await new Promise<void>((ready) => between.listen(0, '127.0.0.1', ready));
  afterAll(() => void between.close());
  return `http://127.0.0.1:${(between.address() as { port: number }).port}`;
}
