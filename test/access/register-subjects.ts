import { mergeRows } from '#app/registers/likeness/likeness.contract.ts';
import { createRow, removeRow } from '#app/registers/register.contract.ts';
import type { Person } from '#test/house.ts';
import type { Subjects } from './probe.ts';

/** Rows of the own agency in a register: one that stands and one like it, one set aside, one merged. */
export async function registerSubjects(
  { focal, own }: { focal: Person; own: Person },
  { agency, otherAgency, duty }: Subjects,
): Promise<Subjects> {
  const params = { register: 'foreign-ngo' };
  const add = async (name: string) => {
    const body = { values: { name, country: 'US', duties: [duty] }, isDifferent: true };
    return (await own.call(createRow, { params, body })).id;
  };
  const removed = await add('Tổ chức ghi nhầm');
  await focal.call(removeRow, { params: { ...params, id: removed } });
  const [kept, merged] = [await add('Hội Đom Đóm'), await add('Bàn tay vàng')];
  await focal.call(mergeRows, { params, body: { keepId: kept, otherId: merged } });
  return {
    registerRow: await add('Quỹ Châu Á'),
    alikeRegisterRow: await add('Quỹ Châu Á (TAF)'),
    removedRegisterRow: removed,
    mergedRegisterRow: merged,
    securityNotice: await notify(own, String(agency), String(otherAgency)),
  };
}

/** A row of a register that not everybody reads. */
async function notify(own: Person, sender: string, receiver: string): Promise<string> {
  const values = { subject: 'Đoàn khách thăm xã', kind: 'notice', sender, receiver, sentOn: '2026-11-23' };
  return (await own.call(createRow, { params: { register: 'security-notice' }, body: { values } })).id;
}
