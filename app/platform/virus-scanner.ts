import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { Problem } from './problem.ts';

/** Reads a content to its end and returns the name of what is wrong with it, or null. @throws Problem 503 when nobody looks */
export type VirusScanner = (content: Readable) => Promise<string | null>;

const PATIENCE = 60_000;

const unreachable = (cause?: unknown) =>
  Object.assign(
    new Problem(
      503,
      'scanner',
      'Máy quét vi-rút đang không trả lời nên tệp chưa được nhận: hãy thử lại sau, hoặc báo quản trị viên.',
    ),
    { cause },
  );

/**
 * A scanner that asks ClamAV's clamd over its INSTREAM command: chunks with their length in four bytes, an empty
 * one at the end; the answer is `stream: OK`, `stream: NAME FOUND` or an error.
 * @param address `host:port` or the path of a socket
 */
export const clamdScanner =
  (address: string): VirusScanner =>
  async (content) => {
    const socket = open(address);
    try {
      const answer = read(socket);
      await Promise.race([send(socket, content), answer]);
      const said = (await answer).replace(/\0/g, '').trim();
      if (/^stream: OK$/.test(said)) return null;
      const found = /^stream: (.+) FOUND$/.exec(said)?.[1];
      if (found) return found;
      throw unreachable(new Error(said));
    } catch (error) {
      throw error instanceof Problem ? error : unreachable(error);
    } finally {
      content.destroy();
      socket.destroy();
    }
  };

function open(address: string): Socket {
  const [host, port] = address.split(':');
  const socket = address.startsWith('/') ? connect(address) : connect(Number(port), host);
  return socket.setTimeout(PATIENCE, () => socket.destroy(new Error('clamd took too long')));
}

async function send(socket: Socket, content: Readable): Promise<void> {
  socket.write('zINSTREAM\0');
  for await (const chunk of content as AsyncIterable<Buffer>) {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(chunk.length);
    socket.write(length);
    if (!socket.write(chunk)) await once(socket, 'drain');
  }
  socket.write(Buffer.alloc(4));
}

async function read(socket: Socket): Promise<string> {
  let said = '';
  for await (const chunk of socket.setEncoding('utf8')) {
    said += chunk;
    if (said.includes('\0')) break;
  }
  return said;
}
