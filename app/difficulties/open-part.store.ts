import type { Tx } from '#app/platform/database.ts';

/** Parts of a duty that are still being worked on: those a difficulty can be met with. */
export const listOpenParts = (tx: Tx, dutyId: string) =>
  tx
    .selectFrom('assignment')
    .innerJoin('agency', (join) =>
      join
        .onRef('agency.tenant_id', '=', 'assignment.tenant_id')
        .onRef('agency.id', '=', 'assignment.agency_id'),
    )
    .select([
      'assignment.id as assignmentId',
      'assignment.agency_id as agencyId',
      'agency.name as agencyName',
    ])
    .where('assignment.duty_id', '=', dutyId)
    .where('assignment.state', 'in', ['assigned', 'received', 'in-progress', 'returned', 'paused'])
    .orderBy('agency.name')
    .execute();
