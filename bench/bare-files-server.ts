// What moving a file costs at the least: node:http, node:fs, a hash, and the body as it comes.
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, mkdtempSync, renameSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { tellMemory } from './tell-memory.ts';

const folder = mkdtempSync(join(tmpdir(), 'nhipcau-bench-bare-'));
const server = createServer(async (request, answer) => {
  if (request.method === 'POST') {
    const path = join(folder, randomUUID());
    const hash = createHash('sha256');
    request.on('data', (chunk) => hash.update(chunk));
    await pipeline(request, createWriteStream(path, { flush: true }));
    const sha256 = hash.digest('hex');
    renameSync(path, join(folder, sha256));
    answer.end(JSON.stringify({ sha256 }));
  } else {
    const path = join(folder, request.url!.split('/').at(-1)!);
    answer.setHeader('content-length', statSync(path).size);
    await pipeline(createReadStream(path, { highWaterMark: 256 * 1024 }), answer);
  }
});
server.listen(0, '127.0.0.1', () => tellMemory(folder, (server.address() as { port: number }).port));
