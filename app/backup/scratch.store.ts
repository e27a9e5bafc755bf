import { dropDatabase } from '#app/platform/drop-database.store.ts';
import { Stop } from '#app/platform/stop.ts';
import { connect, quoted } from './tables.store.ts';

/**
 * Makes an empty database beside the real one for `work`, and drops it whatever happens. One that a killed
 * program left is dropped first.
 * @throws Stop when the account may not make databases
 */
export async function inScratchDatabase<T>(ownerUrl: string, work: (url: string) => Promise<T>): Promise<T> {
  const url = new URL(ownerUrl);
  const name = `${decodeURIComponent(url.pathname.slice(1)) || 'nhipcau'}_drill`;
  url.pathname = `/${encodeURIComponent(name)}`;
  const client = await connect(ownerUrl);
  const drop = () => dropDatabase(client, quoted(name));
  try {
    await drop();
    await client.query(`create database ${quoted(name)} template template0`).catch((error) => {
      if (error.code !== '42501') throw error;
      throw new Stop(
        'Tài khoản CSDL chưa được tạo CSDL thử: cấp bằng  ALTER ROLE … CREATEDB, rồi diễn tập lại.',
      );
    });
    try {
      return await work(url.href);
    } finally {
      await drop();
    }
  } finally {
    await client.end();
  }
}
