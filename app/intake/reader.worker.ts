import { parentPort, workerData } from 'node:worker_threads';
import { IntakeRefusal } from './intake-refusal.ts';
import type { IntakeForm, IntakeProgress, IntakeText } from './intake-text.ts';
import type { WorkerReport, WorkerTask } from './read-in-worker.ts';

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

const { form, bytes, pages } = workerData as WorkerTask;
const report = (message: WorkerReport) => parentPort?.postMessage(message);

try {
  if (pages) await draw(pages);
  else await read();
} catch (cause) {
  const code = cause instanceof IntakeRefusal ? cause.code : 'damaged';
  report({ kind: 'refused', code, cause: String((cause as Error)?.stack ?? cause) });
}

async function read(): Promise<void> {
  const reader = await readers[form]?.();
  if (!reader) throw new IntakeRefusal('wrong-type');
  report({ kind: 'read', read: await reader(bytes, (progress) => report({ kind: 'progress', progress })) });
}

async function draw(wanted: number[]): Promise<void> {
  const { drawPages } = await import('./scan/draw-pages.ts');
  await drawPages(form, bytes, wanted, (picture) => report({ kind: 'picture', picture }));
  report({ kind: 'pictured' });
}
