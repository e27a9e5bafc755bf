import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { IntakeRefusal, readFile } from '#app/intake/index.ts';
import { Stop } from '#app/platform/stop.ts';
import { WrongUsage } from '#app/platform/wrong-usage.ts';
import { readDocument } from '#libraries/document/index.ts';
import { readingTable } from './reading-table.ts';

/** `bin/nhipcau read FILE [--json]`: only the reading goes to standard output. */
export async function readCommand(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    options: { json: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const [file, ...more] = positionals;
  if (!file || more.length) throw new WrongUsage();
  const { text } = await readFile(bytesOf(file), basename(file)).catch((error) => {
    throw error instanceof IntakeRefusal ? new Stop(error.message) : error;
  });
  const reading = readDocument(text);
  process.stdout.write(values.json ? `${JSON.stringify(reading, null, 1)}\n` : readingTable(reading));
  return 0;
}

function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT') throw new Stop(`Không có tệp ${file}: kiểm tra lại đường dẫn.`);
    if (code === 'EISDIR') throw new Stop(`${file} là thư mục: hãy chỉ ra một tệp văn bản.`);
    throw new Stop(`Không mở được tệp ${file} (${code}): kiểm tra quyền đọc.`);
  }
}
