import type { Tx } from '#app/platform/database.ts';
import { inTenant } from '#app/platform/database.ts';
import { missingFile } from '#app/platform/file-store.ts';
import type { House } from '#app/platform/house.ts';
import { mountLong, type Web } from '#app/platform/http.ts';
import { notFound } from '#app/platform/problem.ts';
import type { Viewer } from '#app/platform/viewer.ts';
import * as contract from './file.contract.ts';
import { type FileRecord, findFile } from './file.store.ts';
import type { FileHolder, FilePlace } from './file-holder.ts';
import { isMisnamed } from './file-kind.ts';
import { kindOfStored } from './kind-of-stored.ts';
import { previewFile } from './preview/preview-file.ts';
import { sendFile } from './send-file.ts';

/** Every file of every concept is looked at and saved here; its holder says to whom. No transaction is held while bytes run. */
export function fileRoutes(web: Web, house: House, holders: FileHolder[]): void {
  const find = (viewer: Viewer, id: string) =>
    inTenant(house.db, viewer.tenantId, (tx) => getReadable(tx, viewer, id, holders));
  const kindOf = async (file: FileRecord) => {
    const size = await house.files.size(file.sha256);
    if (size === null) throw missingFile();
    return { sha256: file.sha256, size, kind: await kindOfStored(house, file.sha256, size) };
  };
  mountLong(web, house, contract.showFile, async ({ params, viewer }) => {
    const { file, place } = await find(viewer, params.id);
    const { id, name, sha256 } = file;
    const { kind, size } = await kindOf(file);
    const uploadedAt = file.uploadedAt.toISOString();
    return { id, name, sha256, kind, size, uploadedAt, place, misnamed: isMisnamed(name, kind) };
  });
  mountLong(web, house, contract.previewFile, async ({ params, viewer }) => {
    const { file } = await find(viewer, params.id);
    return previewFile(house, await kindOf(file));
  });
  mountLong(web, house, contract.downloadFile, async ({ params, query, viewer, request, reply }) => {
    const { file } = await find(viewer, params.id);
    return sendFile({ request, reply, house }, file, { inline: query.inline === '1' });
  });
}

/** A file with the place that shows it to this viewer. @throws Problem 404, the same for a stranger and for nothing */
async function getReadable(
  tx: Tx,
  viewer: Viewer,
  id: string,
  holders: FileHolder[],
): Promise<{ file: FileRecord; place: FilePlace }> {
  const file = await findFile(tx, id);
  if (file)
    for (const holder of holders) {
      const place = await holder.findPlace(tx, viewer, id);
      if (place) return { file, place };
    }
  throw notFound('tệp này');
}
