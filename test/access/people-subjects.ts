import { inTenant } from '#app/platform/database.ts';
import type { TestHouse } from '#test/house.ts';
import { askerOf } from './ask.ts';
import type { Subjects } from './probe.ts';

const [soon, later] = ['2099-01-05', '2099-01-09'];

/** A member of the own agency with what is written of people: a role, an absence to come, a hand-over, a request. */
export async function peopleSubjects(t: TestHouse, { agency, person }: Subjects): Promise<Subjects> {
  const administrator = askerOf(t, await t.as('quantri@example.vn'));
  const own = askerOf(t, await t.as('ngoaivu@example.vn'));
  const head = askerOf(t, await t.as('giamdoc.ngoaivu@example.vn'));
  const colleague = await inTenant(t.house.db, t.tenantId, (tx) =>
    tx
      .selectFrom('person')
      .select('id')
      .where('email', '=', 'chuyenvien.ngoaivu@example.vn')
      .executeTakeFirstOrThrow(),
  );
  const { roles } = await administrator('GET', `/api/people/${colleague.id}`);
  const absence = await administrator('POST', `/api/people/${colleague.id}/absences`, {
    agencyId: agency,
    substituteId: person,
    from: soon,
    to: later,
  });
  const request = await own('POST', '/api/me/data/requests', { kind: 'correct', wish: 'Sửa họ tên của tôi' });
  const held = await head('GET', `/api/people/${colleague.id}/held?agency=${agency}`);
  const handOver = await head('POST', `/api/people/${colleague.id}/hand-overs`, {
    agencyId: agency,
    lastDay: later,
    endsWork: false,
    held: held.items
      .filter((item: { subjectId: string | null }) => item.subjectId)
      .map((item: { kind: string; subjectId: string; mayPass: boolean }) => ({
        kind: item.kind,
        subjectId: item.subjectId,
        successorId: item.mayPass ? person : null,
      })),
    written: [{ kind: 'promise', title: 'Trả lời đoàn khách', dueOn: null, successorId: person }],
  });
  return {
    colleague: colleague.id,
    role: roles[0].id,
    absence: absence.id,
    dataRequest: request.id,
    handOver: handOver.id,
  };
}
