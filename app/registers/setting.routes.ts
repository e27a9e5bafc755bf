import { appendEvent } from '#app/ledger/index.ts';
import type { House } from '#app/platform/house.ts';
import { mount, type Web } from '#app/platform/http.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { notFound } from '#app/platform/problem.ts';
import { resetDues } from './due/reset-dues.ts';
import { getRegister } from './find-register.ts';
import { maySetRegister } from './register.policy.ts';
import { setRegisterSetting } from './setting.contract.ts';
import { dropSetting, ownSettings, putSetting } from './setting.store.ts';

/** Counts of timers and thresholds that the province sets otherwise, with its source. */
export function settingRoutes(web: Web, house: House): void {
  mount(web, house, setRegisterSetting, async ({ params, body, viewer, tx }) => {
    const register = getRegister(params.register);
    requirePolicy(maySetRegister, viewer, undefined);
    const { name } = params;
    const preset =
      register.timers.find((timer) => `timer.${timer.name}` === name)?.count ??
      Object.entries(register.thresholds).find(([one]) => `threshold.${one}` === name)?.[1].value;
    if (preset === undefined) throw notFound('thời hạn hoặc ngưỡng này của sổ');
    const before = (await ownSettings(tx, register.name)).get(name);
    const at = house.now();
    if (body.own)
      await putSetting(tx, register.name, { name, ...body.own, mark: 'V', by: viewer.personId, at });
    else await dropSetting(tx, register.name, name);
    await appendEvent(tx, at, {
      subjectKind: 'register-setting',
      subjectId: viewer.tenantId,
      kind: 'register-setting.changed',
      actorId: viewer.personId,
      payload: {
        register: register.said[0],
        name,
        source: body.own?.source ?? null,
        changed: { [`${register.name}/${name}`]: [before?.value ?? preset, body.own?.value ?? preset] },
      },
    });
    if (name.startsWith('timer.')) await resetDues(tx, house, register);
    return { isOwn: body.own !== null };
  });
}
