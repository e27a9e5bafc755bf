import { parentPort, workerData } from 'node:worker_threads';
import { docxToHtml } from './docx-to-html.ts';
import type { PreviewTask } from './in-worker.ts';
import { readSheets } from './sheets.ts';

const { task, bytes } = workerData as { task: PreviewTask; bytes: Uint8Array };
parentPort?.postMessage(task === 'document' ? await docxToHtml(bytes) : await readSheets(bytes));
