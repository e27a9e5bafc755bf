import type { FastifyRequest } from 'fastify';
import { checkOfficialDocx, remedyOf } from '#app/letters/index.ts';
import type { House } from '#app/platform/house.ts';
import { mount, type Web } from '#app/platform/http.ts';
import { invalid } from '#app/platform/problem.ts';
import { checkForm } from './correspondence.contract.ts';

/** Any Word file held against the form; it is read and let go. */
export function checkRoutes(web: Web, house: House): void {
  mount(web, house, checkForm, async ({ request }) => {
    const { name, bytes } = await readFile(request);
    const defects = await checkOfficialDocx(bytes);
    return { name, defects: defects.map((one) => ({ ...one, remedy: remedyOf(one) })) };
  });
}

/** The checker reads in memory: a letter has no megabytes. */
const largest = 10 * 1024 * 1024;
const none = 'Chưa có tệp: hãy chọn một tệp Word (.docx).';

async function readFile(request: FastifyRequest): Promise<{ name: string; bytes: Buffer }> {
  if (!request.isMultipart()) throw invalid(none);
  const file = await request.file({ limits: { fileSize: largest } });
  const bytes = await file?.toBuffer();
  if (!file || !bytes?.length) throw invalid(none, [{ path: 'file', message: none }]);
  return { name: file.filename, bytes };
}
