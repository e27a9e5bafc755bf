import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { eicar, openFakeClamd } from '#test/fake-clamd.ts';
import { clamdScanner } from './virus-scanner.ts';

const stream = (...chunks: (string | Buffer)[]) => Readable.from(chunks.map((chunk) => Buffer.from(chunk)));

test('a clean file passes, whole; EICAR is found though it comes in pieces', async () => {
  const clamd = await openFakeClamd();
  const scan = clamdScanner(clamd.address);
  const big = randomBytes(3_000_000);
  expect(await scan(stream(big.subarray(0, 1_000_001), big.subarray(1_000_001)))).toBeNull();
  expect(clamd.seen.at(-1)).toBe(3_000_000);
  expect(await scan(stream('Kính gửi: ', eicar.slice(0, 20), eicar.slice(20)))).toBe('Eicar-Test-Signature');
  await clamd.close();
});

test('a scanner that is gone, refuses or talks nonsense lets nothing pass', async () => {
  const gone = await openFakeClamd();
  await gone.close();
  const grumpy = await openFakeClamd({ says: 'INSTREAM size limit exceeded. ERROR' });
  const silent = await openFakeClamd({ says: null });
  for (const { address } of [gone, grumpy, silent])
    await expect(clamdScanner(address)(stream(randomBytes(500_000)))).rejects.toMatchObject({
      status: 503,
      message: expect.stringMatching(/Máy quét vi-rút.*chưa được nhận/),
    });
  await Promise.all([grumpy.close(), silent.close()]);
});

test('a socket on this machine does as well as host and port', async () => {
  const clamd = await openFakeClamd({ onSocket: true });
  expect(await clamdScanner(clamd.address)(stream(eicar))).toBe('Eicar-Test-Signature');
  await clamd.close();
});
