import { buffer } from 'node:stream/consumers';
import readXlsxFile from 'read-excel-file/node';
import { insertPerson } from '#app/accounts/index.ts';
import { listAgencies } from '#app/agencies/index.ts';
import type { Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { mount, mountLong, type Web } from '#app/platform/http.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { invalid } from '#app/platform/problem.ts';
import type { Viewer } from '#app/platform/viewer.ts';
import { listKnown } from './import.store.ts';
import { type Known, type Plan, planImport } from './import-people.ts';
import * as contract from './people.contract.ts';
import { mayGrant, mayOpenRegister } from './people.policy.ts';
import { grant, tell } from './people.routes.ts';
import { readTable } from './read-table.ts';

const MOST_ROWS = 2000;

/** Many people at once: the same table is tried first and taken in after. */
export function importRoutes(web: Web, house: House): void {
  mount(web, house, contract.importPeople, async ({ body, viewer, tx }) => {
    requirePolicy(mayOpenRegister, viewer, undefined);
    const { rows, missing } = readTable(body.table);
    const plans = planImport(rows, {
      agencies: await listAgencies(tx),
      known: await listKnown(tx, [...new Set(rows.map(({ email }) => email.toLowerCase()))]),
      today: officeDay(house.now()),
      mayGrant: (agencyId, role, personId) => mayGrant.allows(viewer, { agencyId, role, personId }),
    });
    const isClean = missing.length === 0 && plans.every(({ errors }) => errors.length === 0);
    if (!body.dryRun && !isClean)
      throw invalid('Còn dòng có lỗi nên chưa nhập dòng nào: hãy sửa các dòng được đánh dấu rồi nhập lại.');
    return {
      rows: plans.map(({ row, errors, effect }) => ({ ...row, errors, effect })),
      missingColumns: missing,
      imported: body.dryRun ? 0 : await takeIn(tx, house, viewer, plans),
    };
  });
  mountLong(web, house, contract.readPeopleWorkbook, async ({ request, viewer }) => {
    requirePolicy(mayOpenRegister, viewer, undefined);
    const sent = await request.file();
    if (!sent) throw invalid('Chưa có tệp nào: hãy chọn một tệp Excel (.xlsx).');
    return { table: await readWorkbook(await buffer(sent.file)) };
  });
}

/** @throws Problem 422 when it is no workbook, or is too long */
async function readWorkbook(bytes: Buffer): Promise<string[][]> {
  const sheets = await readXlsxFile(bytes).catch(() => {
    throw invalid(
      'Không đọc được tệp này: hãy lưu lại dưới dạng Excel (.xlsx) rồi gửi, hoặc dán bảng vào ô.',
    );
  });
  const rows = (sheets[0]?.data ?? []).filter((row) => row.some((cell) => cell !== null));
  if (rows.length > MOST_ROWS + 1)
    throw invalid(`Bảng có hơn ${MOST_ROWS} dòng: hãy chia thành nhiều tệp rồi nhập lần lượt.`);
  if (!rows.length) throw invalid('Tệp không có dòng nào: hãy chọn tệp khác.');
  return rows.map((row) => row.slice(0, 40).map(cellText));
}

const cellText = (cell: unknown): string => {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return cell === null || cell === undefined ? '' : String(cell).slice(0, 500);
};

/** All rows, in the transaction of the request. A person named in several rows gets all their roles. */
async function takeIn(tx: Tx, house: House, viewer: Viewer, plans: readonly Plan[]): Promise<number> {
  const added = new Map<string, string>();
  let count = 0;
  for (const { row, personId, agencyId, role, from, effect } of plans) {
    if (effect === 'none' || !agencyId || !role) continue;
    const email = row.email.toLowerCase();
    let id = personId ?? added.get(email);
    if (!id) {
      id = await insertPerson(tx, { name: row.name, email, title: row.title || null });
      added.set(email, id);
      await tell(tx, house, viewer, id, 'person.created', { role, imported: true });
    }
    await grant(tx, house, viewer, id, { agencyId, role, from, to: null });
    count += 1;
  }
  return count;
}

export type { Known };
