import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The harmless file that every scanner calls a virus, written so that this source is none. */
export const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}', '$EICAR-STANDARD-', 'ANTIVIRUS-TEST-FILE!$H+H*'].join(
  '',
);

/**
 * Speaks clamd's INSTREAM and finds EICAR. `says`: answers this instead; null hangs up without an answer.
 * `seen` are the lengths of what came.
 */
export async function openFakeClamd({
  says,
  onSocket = false,
}: {
  says?: string | null;
  onSocket?: boolean;
} = {}) {
  const seen: number[] = [];
  const sockets = new Set<Socket>();
  const server = createServer(async (socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    const content = await readStream(socket);
    seen.push(content.length);
    const found = content.includes(eicar) ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK';
    socket.end(says === null ? '' : `${says ?? found}\0`);
  });
  const path = join(tmpdir(), `clamd-${randomUUID().slice(0, 8)}.sock`);
  if (onSocket) server.listen(path);
  else server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const at = server.address();
  return {
    address: typeof at === 'string' ? at : `127.0.0.1:${at!.port}`,
    seen,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

async function readStream(socket: Socket): Promise<Buffer> {
  let came = Buffer.alloc(0);
  const chunks: Buffer[] = [];
  let begun = false;
  for await (const chunk of socket.iterator({ destroyOnReturn: false })) {
    came = Buffer.concat([came, chunk]);
    if (!begun) {
      if (came.length < 10) continue;
      if (came.subarray(0, 10).toString() !== 'zINSTREAM\0') return Buffer.alloc(0);
      came = came.subarray(10);
      begun = true;
    }
    while (came.length >= 4) {
      const length = came.readUInt32BE(0);
      if (!length) return Buffer.concat(chunks);
      if (came.length < 4 + length) break;
      chunks.push(came.subarray(4, 4 + length));
      came = came.subarray(4 + length);
    }
  }
  return Buffer.concat(chunks);
}
