import { z } from 'zod';
import { route } from '#app/platform/contract.ts';

const tag = 'Sao lưu';

const runShape = z.object({
  id: z.uuid(),
  kind: z.enum(['backup', 'drill']),
  reason: z.enum(['nightly', 'asked', 'command']),
  state: z.enum(['running', 'done', 'failed']),
  startedAt: z.string(),
  finishedAt: z.string().nullable(),
  step: z.enum(['rows', 'files', 'closing', 'checking', 'loading', 'comparing']),
  done: z.number(),
  /** 0 where the end is not known. */
  total: z.number(),
  failure: z.string().nullable(),
  archive: z.string().nullable(),
  place: z.string().nullable(),
  size: z.number().nullable(),
  sha256: z.string().nullable(),
  rows: z.number().nullable(),
  files: z.number().nullable(),
  fileBytes: z.number().nullable(),
  unusable: z.number().nullable(),
});
export type BackupRun = z.output<typeof runShape>;

export const showBackups = route({
  method: 'GET',
  path: '/api/backups',
  tag,
  summary: 'Bản sao lưu tốt gần nhất, lần diễn tập đạt gần nhất, lần đang chạy và các lần trước.',
  response: z.object({
    lastGood: runShape.extend({ isThere: z.boolean() }).nullable(),
    lastDrill: runShape.nullable(),
    running: runShape.nullable(),
    /** What went wrong since the last good one. */
    failed: z.array(runShape),
    isOld: z.boolean(),
    recent: z.array(runShape),
    settings: z.object({
      at: z.string(),
      folder: z.string(),
      /** The folder lies within the data folder: one disk would take both. */
      isBesideData: z.boolean(),
      daily: z.number(),
      weekly: z.number(),
      monthly: z.number(),
      lock: z.enum(['passphrase', 'own', 'recipients']),
      identityFile: z.string(),
    }),
  }),
});

const begun = z.object({ id: z.uuid() });

export const startBackup = route({
  method: 'POST',
  path: '/api/backups',
  tag,
  summary: 'Sao lưu ngay: chạy trong nền, không ai phải dừng việc.',
  response: begun,
});

export const startDrill = route({
  method: 'POST',
  path: '/api/backups/drill',
  tag,
  summary: 'Diễn tập khôi phục bản sao lưu gần nhất vào một CSDL thử, so từng bảng rồi xóa CSDL thử.',
  response: begun,
});
