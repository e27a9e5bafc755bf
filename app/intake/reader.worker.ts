import { parentPort, workerData } from 'node:worker_threads';
import { IntakeRefusal } from './intake-refusal.ts';
import type { IntakeForm, IntakeProgress, IntakeText } from './intake-text.ts';
import type { WorkerReport } from './read-in-worker.ts';

type Reader = (
  bytes: Uint8Array,
  onProgress: (progress: IntakeProgress) => void,
) => IntakeText | Promise<IntakeText>;

/** One reader a form, loaded when met: a DOCX needs no PDF library. */
const readers: Partial<Record<IntakeForm, () => Promise<Reader>>> = {
  pdf: async () => (await import('./pdf/read-pdf.ts')).readPdf,
  doc: async () => (await import('./word97/read-doc.ts')).readDoc,
  html: async () => (await import('./html/read-html.ts')).readHtml,
  image: async () => (await import('./scan/read-image.ts')).readImage,
  docx: async () => (await import('./docx/read-docx.ts')).readDocx,
};

const { form, bytes } = workerData as { form: IntakeForm; bytes: Uint8Array };
const report = (message: WorkerReport) => parentPort?.postMessage(message);

try {
  const reader = await readers[form]?.();
  if (!reader) throw new IntakeRefusal('wrong-type');
  report({ kind: 'read', read: await reader(bytes, (progress) => report({ kind: 'progress', progress })) });
} catch (cause) {
  const code = cause instanceof IntakeRefusal ? cause.code : 'damaged';
  report({ kind: 'refused', code, cause: String((cause as Error)?.stack ?? cause) });
}
