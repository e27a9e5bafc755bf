import { parseArgs } from 'node:util';
import {
  findTenant,
  insertMembership,
  insertPerson,
  makeEntryLink,
  makeEntryLinkFor,
} from '#app/accounts/index.ts';
import { insertAgency } from '#app/agencies/index.ts';
import { inTenant } from '#app/platform/database.ts';
import { readSettings } from '#app/platform/settings.ts';
import { Stop } from '#app/platform/stop.ts';
import { WrongUsage } from '#app/platform/wrong-usage.ts';
import { type OpenHouse, openHouse } from './open-house.ts';

const print = (line: string) => process.stdout.write(`${line}\n`);

async function withHouse(
  work: (open: OpenHouse) => Promise<number>,
  { beside = false } = {},
): Promise<number> {
  const open = await openHouse(readSettings(process.env), { beside });
  try {
    return await work(open);
  } finally {
    await open.close();
  }
}

/** Also while the program runs. */
const BESIDE = { beside: true };

export const migrateCommand = (): Promise<number> =>
  withHouse(async () => {
    print('CSDL đã ở đúng phiên bản của chương trình.');
    return 0;
  });

/** Makes the first province with its first administrator, and prints the one-time link. */
export function initCommand(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { province: { type: 'string' }, name: { type: 'string' }, email: { type: 'string' } },
  });
  const { province, name, email } = values;
  if (!province || !name || !email?.includes('@')) throw new WrongUsage();
  return withHouse(async ({ house, makeTenant }) => {
    const tenantId = await makeTenant(province);
    if (!tenantId)
      throw new Stop('CSDL đã có tỉnh: dùng  bin/nhipcau link THƯ  để lấy liên kết cho quản trị viên.');
    const personId = await inTenant(house.db, tenantId, async (tx) => {
      const agencyId = await insertAgency(tx, {
        kind: 'van-phong',
        name: `Văn phòng Ủy ban nhân dân ${province.charAt(0).toLowerCase()}${province.slice(1)}`,
        names: [],
        parentId: null,
      });
      const id = await insertPerson(tx, { name, email, title: 'Quản trị hệ thống' });
      await insertMembership(tx, { personId: id, agencyId, role: 'administrator' });
      return id;
    });
    print(await makeEntryLink(house, tenantId, personId));
    return 0;
  }, BESIDE);
}

export function linkCommand([email]: string[]): Promise<number> {
  if (!email) throw new WrongUsage();
  return withHouse(async ({ house }) => {
    const tenant = await findTenant(house.db, new URL(house.origin).host);
    const link = tenant && (await makeEntryLinkFor(house, tenant.id, email));
    if (!link) throw new Stop(`Không có người dùng ${email}: kiểm tra lại địa chỉ thư.`);
    print(link);
    return 0;
  }, BESIDE);
}
