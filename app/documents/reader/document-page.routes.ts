import { z } from 'zod';
import { findFile } from '#app/files/index.ts';
import { inTenant } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { mount, requireViewer, type Web } from '#app/platform/http.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { notFound } from '#app/platform/problem.ts';
import { maySeeDocument } from '../document.policy.ts';
import { getDocument } from '../document.store.ts';
import { pagePicturePath, showPages } from './document-page.contract.ts';
import { findPictureId, listPages } from './document-page.store.ts';

const pictureParams = z.object({ id: z.uuid(), number: z.coerce.number().int().min(1).max(10_000) });

export function documentPageRoutes(web: Web, house: House): void {
  mount(web, house, showPages, async ({ params, viewer, tx }) => {
    requirePolicy(maySeeDocument, viewer, await getDocument(tx, params.id));
    const pages = await listPages(tx, params.id);
    return { pages: pages.map(({ fileId, ...page }) => ({ ...page, hasPicture: fileId !== null })) };
  });
  web.get(pagePicturePath, { schema: { hide: true } }, async (request, reply) => {
    const viewer = requireViewer(request);
    const asked = pictureParams.safeParse(request.params);
    if (!asked.success) throw notFound('ảnh của trang này');
    const { id, number } = asked.data;
    const file = await inTenant(house.db, viewer.tenantId, async (tx) => {
      requirePolicy(maySeeDocument, viewer, await getDocument(tx, id));
      const fileId = await findPictureId(tx, id, number);
      return fileId ? findFile(tx, fileId) : undefined;
    });
    if (!file) throw notFound('ảnh của trang này');
    return reply
      .type(file.mediaType)
      .header('cache-control', 'private, max-age=31536000, immutable')
      .send(house.files.read(file.sha256));
  });
}
