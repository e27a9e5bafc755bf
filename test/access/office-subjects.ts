import { inTenant } from '#app/platform/database.ts';
import type { TestHouse } from '#test/house.ts';
import { askerOf } from './ask.ts';
import type { Subjects } from './probe.ts';

/** What the office keeps: letters going out, the register's rows, an exception of a group, a change of the organisation. */
export async function officeSubjects(t: TestHouse, { agency, freeAgency }: Subjects): Promise<Subjects> {
  const administrator = askerOf(t, await t.as('quantri@example.vn'));
  await administrator('POST', '/api/mail/trial');
  const { letters } = await administrator('GET', '/api/mail');
  const exception = await administrator('POST', '/api/agency-groups/hoi/exceptions', {
    agencyId: freeAgency,
    kind: 'added',
    reason: 'Theo thông báo',
    validFrom: null,
    validTo: null,
  });
  await administrator('POST', `/api/agencies/${agency}/names`, { name: 'Cơ quan đối ngoại', kind: 'former' });
  const succession = await administrator('POST', '/api/successions', {
    kind: 'rename',
    on: '2026-01-01',
    basis: 'Nghị quyết số 12/NQ-HĐND',
    mark: 'verified',
    from: [freeAgency],
    to: [],
    newName: 'Ban Dân tộc và Tôn giáo',
  });
  const { fingerprint } = await administrator('GET', `/api/successions/${succession.id}`);
  return {
    mail: letters[0].id,
    exception: exception.id,
    succession: succession.id,
    fingerprint,
    ...(await rows(t, agency)),
  };
}

const rows = (t: TestHouse, agency: unknown): Promise<Subjects> =>
  inTenant(t.house.db, t.tenantId, async (tx) => {
    const name = await tx
      .selectFrom('agency_name')
      .select('id')
      .where('agency_id', '=', String(agency))
      .where('kind', '<>', 'full')
      .limit(1)
      .executeTakeFirstOrThrow();
    const parent = await tx
      .selectFrom('agency_parent')
      .select(['id', 'agency_id', 'parent_id'])
      .limit(1)
      .executeTakeFirstOrThrow();
    return { agencyName: name.id, unit: parent.agency_id, unitParent: parent.id, above: parent.parent_id };
  });
