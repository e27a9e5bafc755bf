import type { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  PutObjectCommand,
  paginateListObjectsV2,
  S3Client,
} from '@aws-sdk/client-s3';
import type { FileStore } from '../file-store.ts';
import { Problem } from '../problem.ts';
import type { S3Settings } from '../settings.ts';
import { Stop } from '../stop.ts';
import { missingFile } from './missing-file.ts';
import { fileStream, measure, openLater, spool } from './spool.ts';

export type S3FileStore = FileStore & {
  /** @throws Stop when the bucket cannot be reached or may not be used */
  check(): Promise<void>;
  close(): void;
};

/**
 * Files in a bucket of an S3 store, `ab/abcd…` as on disk. What comes in waits in `spoolFolder` until its sha256
 * and length are known, and is read back once after it was sent: stores that look like S3 were seen to keep
 * streams changed without a word.
 */
export function s3FileStore(settings: S3Settings, spoolFolder: string): S3FileStore {
  const client = connect(settings);
  const Bucket = settings.bucket;
  const objectOf = (sha256: string) => ({ Bucket, Key: `${sha256.slice(0, 2)}/${sha256}` });
  const size = async (sha256: string) => {
    const found = await reach(client.send(new HeadObjectCommand(objectOf(sha256))));
    return found ? (found.ContentLength ?? 0) : null;
  };
  const read = (sha256: string, range?: { from: number; to: number }) =>
    openLater(async () => {
      const Range = range ? { Range: `bytes=${range.from}-${range.to}` } : {};
      const found = await reach(client.send(new GetObjectCommand({ ...objectOf(sha256), ...Range })));
      if (!found?.Body) throw missingFile();
      return found.Body as Readable;
    });
  return {
    place: `S3 ${settings.endpoint}, bucket ${Bucket}`,
    put: (content) =>
      spool(spoolFolder, content, async (path, file) => {
        if ((await size(file.sha256)) === file.size) return;
        const object = objectOf(file.sha256);
        await reach(
          client.send(
            new PutObjectCommand({
              ...object,
              // A stream cannot say that it is empty.
              Body: file.size ? fileStream(path) : '',
              ContentLength: file.size,
              ContentType: 'application/octet-stream',
            }),
          ),
        );
        const kept = await measure(read(file.sha256));
        if (kept.sha256 === file.sha256) return;
        await client.send(new DeleteObjectCommand(object));
        throw new Problem(
          502,
          'file-store-changed',
          'Kho tệp S3 lưu khác nội dung đã gửi nên tệp chưa được nhận: hãy báo quản trị viên kiểm tra kho tệp.',
        );
      }),
    read,
    has: async (sha256) => (await size(sha256)) !== null,
    size,
    async *list() {
      for await (const page of paginateListObjectsV2({ client }, { Bucket }))
        for (const { Key = '', Size = 0 } of page.Contents ?? []) {
          const sha256 = /^[\da-f]{2}\/([\da-f]{64})$/.exec(Key)?.[1];
          if (sha256) yield { sha256, size: Size };
        }
    },
    check: async () => {
      try {
        await client.send(new HeadBucketCommand({ Bucket }));
      } catch (error) {
        throw new Stop(faultOf(error, settings));
      }
    },
    close: () => client.destroy(),
  };
}

const connect = (s3: S3Settings) =>
  new S3Client({
    endpoint: s3.endpoint,
    region: s3.region,
    forcePathStyle: s3.pathStyle,
    credentials: { accessKeyId: s3.accessKey, secretAccessKey: s3.secretKey },
    // The SDK's own trailing checksums are kept as content by stores that do not know them.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: { connectionTimeout: 5_000, socketTimeout: 60_000 },
  });

type Fault = Error & { code?: string; $metadata?: { httpStatusCode?: number } };
const statusOf = (error: unknown) => (error as Fault).$metadata?.httpStatusCode;

/** The answer; null when there is no such object. @throws Problem 503 when the store does not answer */
async function reach<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    if (statusOf(error) === 404) return null;
    const problem = new Problem(
      503,
      'file-store',
      'Kho tệp đang không dùng được nên chưa lưu hay mở được tệp: hãy thử lại sau ít phút, hoặc báo quản trị viên.',
    );
    throw Object.assign(problem, { cause: error });
  }
}

function faultOf(error: unknown, { endpoint, bucket }: S3Settings): string {
  const status = statusOf(error);
  if (status === 404) return `Kho S3 chưa có bucket ${bucket}: hãy tạo bucket, hoặc sửa NHIPCAU_S3_BUCKET.`;
  if (status === 403 || status === 401)
    return `Kho S3 không cho dùng bucket ${bucket}: kiểm tra NHIPCAU_S3_ACCESS_KEY và NHIPCAU_S3_SECRET_KEY.`;
  return `Kho S3 ở ${endpoint} không trả lời: kiểm tra NHIPCAU_S3_ENDPOINT, mạng và máy chủ S3.`;
}
