import { insertMembership, insertPerson, makeEntryLinkFor } from '#app/accounts/index.ts';
import { loadExample } from '#app/example.ts';
import { inTenant } from '#app/platform/database.ts';
import type { Role } from '#app/platform/viewer.ts';
import type { TestHouse } from '#test/house.ts';
import type { Column } from './read-matrix.ts';

/** Cookies of those who call; several where a column stands for several people. */
export type Viewers = Record<Column, (string | null)[]>;

export const ownAgency = 'Sở Ngoại vụ';
export const otherAgency = 'Sở Văn hóa, Thể thao và Du lịch';

const people: [Column, Role, string, string][] = [
  ['own agency-head', 'agency-head', ownAgency, 'giamdoc.ngoaivu@example.vn'],
  ['own staff', 'staff', ownAgency, 'chuyenvien.ngoaivu@example.vn'],
  ['other agency-head', 'agency-head', otherAgency, 'giamdoc.vanhoa@example.vn'],
  ['other staff', 'staff', otherAgency, 'chuyenvien.vanhoa@example.vn'],
];
const emails: [Column, string][] = [
  ['administrator', 'quantri@example.vn'],
  ['focal-officer', 'daumoi@example.vn'],
  ['leader', 'lanhdao@example.vn'],
  ['inspector', 'thanhtra@example.vn'],
  ['own agency-focal', 'ngoaivu@example.vn'],
  ['other agency-focal', 'vanhoa@example.vn'],
];
/** One of each of the seven roles. */
const everyRole = ['quantri', 'daumoi', 'lanhdao', 'ngoaivu', 'noivu', 'ninhkieu', 'thanhtra'];

/** Signs in everyone of the matrix, in the province of `t` and in another one that holds the same example. */
export async function signInViewers(t: TestHouse): Promise<Viewers> {
  await addPeople(t);
  const other = await otherProvince(t);
  const viewers = { stranger: [null], 'other province': [] } as unknown as Viewers;
  for (const [column, email] of [...emails, ...people.map(([column, , , email]) => [column, email] as const)])
    viewers[column] = [await signIn(t, t.tenantId, email)];
  for (const name of everyRole) viewers['other province'].push(await signIn(t, other, `${name}@example.vn`));
  return viewers;
}

const addPeople = (t: TestHouse) =>
  inTenant(t.house.db, t.tenantId, async (tx) => {
    const agencies = await tx.selectFrom('agency').select(['id', 'name']).execute();
    for (const [, role, agency, email] of people) {
      const personId = await insertPerson(tx, { name: `Người của ${agency}`, email, title: null });
      await insertMembership(tx, {
        personId,
        role,
        agencyId: agencies.find(({ name }) => name === agency)!.id,
      });
    }
  });

async function otherProvince(t: TestHouse): Promise<string> {
  const { id } = await t.owner
    .insertInto('tenant')
    .values({ name: 'Tỉnh Hà Giang', host: 'hagiang.example' })
    .returning('id')
    .executeTakeFirstOrThrow();
  await loadExample(t.house, id);
  return id;
}

async function signIn(t: TestHouse, tenantId: string, email: string): Promise<string> {
  const link = await makeEntryLinkFor(t.house, tenantId, email);
  const answer = await t.web.inject({
    method: 'POST',
    url: '/api/enter',
    payload: { token: link?.split('#')[1] },
  });
  const cookie = String(answer.headers['set-cookie']).split(';')[0];
  if (answer.statusCode !== 200 || !cookie) throw new Error(`${email} could not enter: ${answer.body}`);
  return cookie;
}
