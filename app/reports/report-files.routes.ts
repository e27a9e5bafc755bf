import {
  dropFile,
  type FileHolder,
  findFile,
  type HeldFile,
  insertFile,
  keepFile,
  receiveForm,
} from '#app/files/index.ts';
import { inTenant } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { mount, mountLong, type Web } from '#app/platform/http.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { conflict, invalid, notFound } from '#app/platform/problem.ts';
import * as contract from './agency-report.contract.ts';
import { attachFile, listAttached, listReportsWithFile, takeOutFile } from './exception.store.ts';
import { openForWriting } from './open-for-writing.ts';
import { mayRead, maySeeDraft } from './report.policy.ts';
import { tellReport } from './tell-report.ts';

const most = 30;

/** Files that go with a report. */
export function reportFileRoutes(web: Web, house: House): void {
  const today = () => officeDay(house.now());
  mountLong(web, house, contract.attachFiles, async ({ params, viewer, request }) => {
    // Refused before a byte is read, and again once it is here.
    await inTenant(house.db, viewer.tenantId, (tx) => openForWriting(tx, viewer, params.id, null, today()));
    if (!request.isMultipart())
      throw invalid('Cần gửi tệp theo mẫu (multipart/form-data): hãy dùng nút Đính kèm.');
    const held: HeldFile[] = [];
    try {
      for await (const part of receiveForm(request, house, 'evidence'))
        if ('file' in part) held.push(part.file);
      if (!held.some((file) => file.size)) throw invalid('Chưa chọn tệp nào: hãy chọn tệp rồi gửi.');
      const kept: Awaited<ReturnType<typeof keepFile>>[] = [];
      for (const file of held) kept.push(await keepFile(house, file));
      return await inTenant(house.db, viewer.tenantId, async (tx) => {
        const report = await openForWriting(tx, viewer, params.id, null, today());
        if ((await listAttached(tx, report.id)).length + kept.length > most)
          throw conflict(`Mỗi báo cáo đính kèm nhiều nhất ${most} tệp: hãy gộp hoặc bỏ bớt tệp.`);
        const at = house.now();
        for (const file of kept) {
          const fileId = await insertFile(tx, { ...file, uploadedBy: viewer.personId, uploadedAt: at });
          await attachFile(tx, report.id, fileId, viewer.personId, at);
          await tellReport(tx, at, viewer, report, 'agency-report.file-attached', {
            fileId,
            name: file.name,
          });
        }
        return { files: await listAttached(tx, report.id) };
      });
    } finally {
      for (const file of held) await dropFile(house, file);
    }
  });
  mount(web, house, contract.detachFile, async ({ params, viewer, tx }) => {
    const report = await openForWriting(tx, viewer, params.id, null, today());
    const at = house.now();
    if (!(await takeOutFile(tx, report.id, params.fileId, at))) throw notFound('tệp này');
    const name = (await findFile(tx, params.fileId))?.name ?? '';
    await tellReport(tx, at, viewer, report, 'agency-report.file-taken-out', { fileId: params.fileId, name });
    return { files: await listAttached(tx, report.id) };
  });
}

/** A file is readable with the report it goes with: to others only once it was filed. */
export const reportFiles: FileHolder = {
  findPlace: async (tx, viewer, fileId) => {
    const reports = await listReportsWithFile(tx, fileId);
    const seen = reports.find(
      (report) => maySeeDraft.allows(viewer, report) || (report.isFiled && mayRead.allows(viewer, report)),
    );
    return seen ? { address: `/reports/agency/${seen.id}`, name: `Báo cáo của ${seen.agencyName}` } : null;
  },
};
