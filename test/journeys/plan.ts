import { confirmDuties, showDocument } from '#app/documents/document.contract.ts';
import { publish } from '#app/duties/publication.contract.ts';
import type { Seat } from './browser.ts';
import type { Stage } from './stage.ts';

/** The focal officer takes a plan in and confirms its duties. */
export async function takeIn(stage: Stage, focal: Seat, text: string): Promise<{ id: string }> {
  const { page } = focal;
  await stage.go(focal, '/documents');
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'ke-hoach.md', mimeType: 'text/markdown', buffer: Buffer.from(text) });
  await page.waitForURL(/\/documents\/[0-9a-f-]{36}/);
  const id = new URL(page.url()).pathname.split('/').at(-1)!;
  const { revision } = await stage.call(focal, showDocument, { params: { id } });
  await stage.call(focal, confirmDuties, { params: { id }, body: { revision, confirmed: true } });
  return { id };
}

export const publishPlan = (stage: Stage, focal: Seat, id: string) =>
  stage.call(focal, publish, { params: { id }, body: {} });
