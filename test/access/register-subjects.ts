import { setPublisher } from '#app/registers/aid/aid.contract.ts';
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
  const consultation = await own.call(createRow, {
    params: { register: 'consultation' },
    body: {
      values: {
        draft: 'Nghị định về đối ngoại nhân dân',
        role: 'asked',
        kind: 'decree',
        drafter: 'Bộ Ngoại giao',
        askedOn: '2026-11-20',
      },
    },
  });
  return {
    award: await propose(own, String(agency)),
    consultation: consultation.id,
    registerRow: await add('Quỹ Châu Á'),
    alikeRegisterRow: await add('Quỹ Châu Á (TAF)'),
    removedRegisterRow: removed,
    mergedRegisterRow: merged,
    securityNotice: await notify(own, String(agency), String(otherAgency)),
    ...(await receiveAid(focal, own, String(agency))),
  };
}

/** A row of a register that not everybody reads. */
async function notify(own: Person, sender: string, receiver: string): Promise<string> {
  const values = { subject: 'Đoàn khách thăm xã', kind: 'notice', sender, receiver, sentOn: '2026-11-23' };
  return (await own.call(createRow, { params: { register: 'security-notice' }, body: { values } })).id;
}

/** An award for the organisation that stands in the register of foreign NGOs. */
async function propose(own: Person, proposer: string): Promise<string> {
  const candidate = { candidate: 'Quỹ Châu Á', kind: 'foreign-body', form: 'province-certificate' };
  const values = { ...candidate, proposer, proposedOn: '2026-11-20' };
  return (await own.call(createRow, { params: { register: 'award' }, body: { values } })).id;
}

/** An approved aid item of a campaign, with money received, and who publishes: what the tables of aid tell of. */
async function receiveAid(focal: Person, own: Person, lead: string): Promise<Subjects> {
  const add = async (register: string, values: Record<string, unknown>) =>
    (await own.call(createRow, { params: { register }, body: { values } })).id;
  const period = { from: '2026-01-01', to: '2030-12-31' };
  const campaign = await add('aid-campaign', { name: 'Vận động viện trợ 2026-2030', period, lead });
  const parties = { donor: 'Quỹ Châu Á', owner: 'UBND xã Nhơn Ái', campaign };
  const days = { approvedOn: '2026-02-01', startedOn: '2026-03-01' };
  const project = await add('aid-project', {
    name: 'Nước sạch',
    kind: 'project',
    goals: 'Nước sạch',
    ...parties,
    ...days,
  });
  const paid = { entry: 'received', source: 'aid', form: 'cash', paidOn: '2026-05-01' };
  const amount = { amount: 40_000, currency: 'USD', rateOn: null };
  await add('aid-disbursement', { content: 'Đợt 1', project, amount, ...paid });
  const publisher = { ref: 'VN-MOHA-1', name: 'Liên hiệp Hữu nghị', kind: '15' } as const;
  await focal.call(setPublisher, { body: publisher });
  return { aidCampaign: campaign, aidProject: project };
}
