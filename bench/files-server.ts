// The way of files in and out as the program has it, without a database.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepFile, receiveForm, sendFile } from '#app/files/index.ts';
import { diskFileStore } from '#app/platform/file-store.ts';
import type { House } from '#app/platform/house.ts';
import { openWeb } from '#app/platform/http.ts';
import { diskUploadHold } from '#app/platform/upload-hold.ts';
import { tellMemory } from './tell-memory.ts';

const folder = mkdtempSync(join(tmpdir(), 'nhipcau-bench-files-'));
const house = {
  files: diskFileStore(join(folder, 'files')),
  uploads: diskUploadHold(join(folder, 'uploads')),
} as House;
const web = await openWeb();
web.post('/up', async (request) => {
  for await (const part of receiveForm(request, house, 'evidence'))
    if ('file' in part) return keepFile(house, part.file);
  throw new Error('no file came');
});
web.get('/down/:sha256', (request, reply) => {
  const { sha256 } = request.params as { sha256: string };
  return sendFile({ request, reply, house }, { sha256, name: 'Lễ đón đoàn.mp4' });
});
await web.listen({ port: 0, host: '127.0.0.1' });
tellMemory(folder, (web.server.address() as { port: number }).port);
