import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { createZstdDecompress } from 'node:zlib';
import { extract } from 'tar-stream';
import { Stop } from '#app/platform/stop.ts';
import { decrypterFor, type Keys } from './keys.ts';

export type Entry = { name: string; bytes: Buffer };

/** Largest entry that is taken into memory: a manifest of some million files. */
const LARGEST = 256 * 1024 * 1024;

export const damaged = () =>
  new Stop('Bản sao lưu bị hỏng hoặc chưa chép xong: hãy dùng bản khác, dữ liệu hiện có chưa bị thay đổi.');

/**
 * The entries of an archive in their order, one at a time in memory.
 * @throws Stop when it cannot be read, opened with these keys, or is damaged or cut off
 */
export async function* readArchive(path: string, keys: Keys): AsyncGenerator<Entry> {
  const file = createReadStream(path);
  const squeezed = createZstdDecompress();
  const tar = extract();
  try {
    const plain = await unlock(file, keys);
    // Whatever breaks first is thrown where the entries are awaited.
    plain.on('error', (error) => squeezed.destroy(error));
    squeezed.on('error', (error) => tar.destroy(error));
    plain.pipe(squeezed).pipe(tar);
    for await (const entry of tar) {
      if ((entry.header.size ?? 0) > LARGEST) throw damaged();
      const chunks: Buffer[] = [];
      for await (const chunk of entry) chunks.push(chunk as Buffer);
      yield { name: entry.header.name, bytes: Buffer.concat(chunks) };
    }
  } catch (error) {
    throw error instanceof Stop ? error : damaged();
  } finally {
    for (const stream of [file, squeezed, tar]) stream.destroy();
  }
}

async function unlock(file: Readable, keys: Keys): Promise<Readable> {
  let unreadable: NodeJS.ErrnoException | undefined;
  file.on('error', (error) => {
    unreadable = error;
  });
  try {
    const plain = await decrypterFor(keys).decrypt(Readable.toWeb(file) as ReadableStream<Uint8Array>);
    return Readable.fromWeb(plain as Parameters<typeof Readable.fromWeb>[0]);
  } catch (error) {
    if (unreadable)
      throw new Stop(
        `Không đọc được tệp ${file instanceof Object && 'path' in file ? file.path : ''} (${unreadable.code}): kiểm tra lại đường dẫn và quyền đọc.`,
      );
    if (/no identity matched|incorrect passphrase|passphrase/i.test((error as Error).message))
      throw new Stop('Khóa này không mở được bản sao lưu: hãy chỉ đúng tệp khóa bằng --identity TỆP.');
    throw damaged();
  }
}
