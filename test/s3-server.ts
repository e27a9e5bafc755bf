import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { S3Settings } from '#app/platform/settings.ts';

type Server = { run: () => Promise<{ port: number }>; close: () => Promise<void> };
type Options = {
  address: string;
  port: number;
  silent: boolean;
  directory: string;
  configureBuckets: { name: string; configs: string[] }[];
};

/** A real S3 server on this machine with one empty bucket. */
export async function openS3Server(): Promise<{ settings: S3Settings; close: () => Promise<void> }> {
  const library: string = 's3rver';
  const { default: S3rver } = (await import(library)) as { default: new (options: Options) => Server };
  const directory = mkdtempSync(join(tmpdir(), 'nhipcau-s3-'));
  const configureBuckets = [{ name: 'tep-nhip-cau', configs: [] }];
  const server = new S3rver({ address: '127.0.0.1', port: 0, silent: true, directory, configureBuckets });
  const { port } = await server.run();
  return {
    settings: {
      endpoint: `http://127.0.0.1:${port}`,
      bucket: 'tep-nhip-cau',
      region: 'us-east-1',
      accessKey: 'S3RVER',
      secretKey: 'S3RVER',
      pathStyle: true,
    },
    close: async () => {
      await server.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
