import type { House } from '#app/platform/house.ts';
import { mount, type Web } from '#app/platform/http.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { conflict, invalid, notFound } from '#app/platform/problem.ts';
import { cancelAbsence, getAbsence, insertAbsence, listAbsences } from './absence.store.ts';
import * as contract from './people.contract.ts';
import { maySetAbsence } from './people.policy.ts';
import { tell } from './people.routes.ts';
import { getPerson, listColleagues, listRoles } from './people.store.ts';
import { daysMeet, roleState } from './person.ts';

/** Who is away, from when to when, and who stands in. It begins and ends by itself, by its dates. */
export function absenceRoutes(web: Web, house: House): void {
  mount(web, house, contract.setAbsence, async ({ params, body, viewer, tx }) => {
    const person = await getPerson(tx, params.id, { forUpdate: true });
    requirePolicy(maySetAbsence, viewer, { personId: person.id, agencyId: body.agencyId });
    const today = officeDay(house.now());
    refuseWrongDays(body, today);
    const held = (await listRoles(tx, person.id)).filter(
      (one) => one.agencyId === body.agencyId && roleState(one, today) !== 'past',
    );
    if (!held[0]) throw notFound('vai trò của người này ở cơ quan đó');
    const others = (await listAbsences(tx, person.id)).filter((one) => one.agencyId === body.agencyId);
    if (others.some((one) => one.personId === person.id && daysMeet(one, body)))
      throw conflict('Đã có một lần vắng mặt trùng ngày: hãy kết thúc lần đó trước, hoặc chọn ngày khác.');
    const colleagues = await listColleagues(tx, body.agencyId, { ...body, except: person.id });
    const substitute = colleagues.find(({ id }) => id === body.substituteId);
    if (!substitute)
      throw invalid(
        'Người thay phải đang làm ở cùng cơ quan trong suốt những ngày đó: hãy chọn người khác.',
        [{ path: 'substituteId', message: 'Chọn một người của cùng cơ quan.' }],
      );
    if (
      others.some(
        (one) => one.substituteId === person.id && one.personId === substitute.id && daysMeet(one, body),
      )
    )
      throw conflict(
        `${substitute.name} cũng vắng trong những ngày đó và đang nhờ người này thay: hãy chọn người khác.`,
      );
    const id = await insertAbsence(tx, {
      ...body,
      personId: person.id,
      setBy: viewer.personId,
      setAt: house.now(),
    });
    const payload = {
      absenceId: id,
      from: body.from,
      to: body.to,
      agencyId: body.agencyId,
      agency: held[0].agencyName,
    };
    await tell(tx, house, viewer, person.id, 'person.absence-set', {
      ...payload,
      substitutePersonId: substitute.id,
    });
    await tell(tx, house, viewer, substitute.id, 'person.made-substitute', {
      ...payload,
      awayPersonId: person.id,
    });
    return { id };
  });
  mount(web, house, contract.endAbsence, async ({ params, viewer, tx }) => {
    const absence = await getAbsence(tx, params.id);
    requirePolicy(maySetAbsence, viewer, absence);
    if (absence.to < officeDay(house.now()))
      throw conflict('Lần vắng mặt này đã tự hết hạn: không cần kết thúc nữa.');
    await cancelAbsence(tx, absence.id, house.now());
    const payload = { absenceId: absence.id, agencyId: absence.agencyId, agency: absence.agencyName };
    await tell(tx, house, viewer, absence.personId, 'person.absence-ended', {
      ...payload,
      substitutePersonId: absence.substituteId,
    });
    await tell(tx, house, viewer, absence.substituteId, 'person.substitution-ended', {
      ...payload,
      awayPersonId: absence.personId,
    });
    return { ok: true as const };
  });
}

function refuseWrongDays({ from, to }: { from: string; to: string }, today: string): void {
  if (to < from)
    throw invalid('Ngày cuối ở trước ngày đầu: hãy sửa lại một trong hai ngày.', [
      { path: 'to', message: 'Ngày cuối ở trước ngày đầu.' },
    ]);
  if (to < today)
    throw invalid('Những ngày này đã qua: người thay chỉ làm thay từ hôm nay trở đi.', [
      { path: 'to', message: 'Chọn từ hôm nay trở đi.' },
    ]);
}
