import { listAgencies } from '#app/agencies/index.ts';
import { dropFile, insertFile, keepFile, receiveForm } from '#app/files/index.ts';
import { inTenant } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { mount, mountLong, type Web } from '#app/platform/http.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { invalid, notFound, Problem } from '#app/platform/problem.ts';
import type { Viewer } from '#app/platform/viewer.ts';
import type { Register, Target } from '#libraries/register/index.ts';
import { registers } from './declared/all.ts';
import { headings } from './declared/headings.ts';
import { asSaid, describeRegister, settingsOf } from './describe-register.ts';
import { countNear } from './due/due.store.ts';
import { findRegister, getRegister } from './find-register.ts';
import { countOpen } from './likeness/likeness.store.ts';
import { COUNTED, countRows, listRows } from './list-rows.store.ts';
import { moveRow, setAside } from './move-row.ts';
import { openNames } from './open-names.ts';
import { readAsked } from './read-asked.ts';
import * as contract from './register.contract.ts';
import { isSome, mayMerge, maySetRegister, policyOf, reachOf, readableReach } from './register.policy.ts';
import { getRow } from './row.store.ts';
import { tell } from './row-events.ts';
import { addRow, agencyOfWriter, editRow } from './save-row.ts';
import { openSealed } from './seal-row.ts';
import { ownSettings } from './setting.store.ts';
import { linksTo, presentRows, showRow, showValues } from './show-row.ts';
import { findTargets } from './targets.store.ts';

const SIZE = 50;
/** Days ahead from which a day of a row is near. */
const NEAR = 30;

/** The registers, their rows, and what is done to them. */
export function rowRoutes(web: Web, house: House): void {
  mount(web, house, contract.listRegisters, async ({ viewer, tx }) => {
    const near = await countNear(tx, inDays(officeDay(house.now()), NEAR));
    const shown = [];
    for (const [heading, said] of Object.entries(headings)) {
      const own = [];
      for (const register of registers.filter((one) => one.heading === heading)) {
        const reach = reachOf(register.may.read, viewer);
        if (reach !== 'all' && !reach.length) continue;
        const count = await countRows(tx, register, reach);
        own.push({
          name: register.name,
          said: asSaid(register.said),
          basis: register.basis,
          count: Math.min(count, COUNTED),
          isMore: count > COUNTED,
          due: near.get(register.name) ?? 0,
          mayWrite: mayWriteSome(register, viewer),
        });
      }
      if (own.length) shown.push({ said: asSaid(said), registers: own });
    }
    return { headings: shown };
  });
  mount(web, house, contract.showRegister, async ({ params, viewer, tx }) => {
    const register = getRegister(params.register);
    readableReach(register, viewer);
    const { read, write, remove } = register.may;
    const reach = reachOf(write, viewer);
    const agencies = reach === 'all' ? [] : (await listAgencies(tx)).filter(({ id }) => reach.includes(id));
    return {
      ...describeRegister(register),
      settings: settingsOf(register, await ownSettings(tx, register.name)),
      may: {
        write: mayWriteSome(register, viewer),
        writeFor: reach === 'all' ? ('all' as const) : agencies.map(({ id, name }) => ({ id, name })),
        import: isSome(reachOf(register.may.import, viewer)),
        set: maySetRegister.allows(viewer, undefined),
        merge: mayMerge.allows(viewer, undefined),
        sentences: {
          read: asSaid(read.sentence),
          write: asSaid(write.sentence),
          remove: asSaid(remove.sentence),
        },
      },
      toDecide: mayMerge.allows(viewer, undefined) ? await countOpen(tx, register.name) : 0,
    };
  });
  mount(web, house, contract.listRows, async ({ params, query, viewer, tx }) => {
    const register = getRegister(params.register);
    const { page, language, ...asked } = query;
    const found = await listRows(tx, register, readAsked(register, asked, readableReach(register, viewer)), {
      page,
      size: SIZE,
    });
    await openNames(tx, viewer, register, found.rows);
    return { ...presentRows(register, found, language), size: SIZE };
  });
  mount(web, house, contract.showRow, async ({ params, query, viewer, tx }) => {
    const register = getRegister(params.register);
    const row = await getRow(tx, register, params.id);
    requirePolicy(policyOf(register.may.read), viewer, row);
    return showRow({ tx, house, viewer, register, language: query.language }, row);
  });
  writingRoutes(web, house);
  linkRoutes(web, house);
}

function writingRoutes(web: Web, house: House): void {
  mount(web, house, contract.createRow, async ({ params, body, viewer, tx }) => {
    const register = getRegister(params.register);
    const agencyId = agencyOfWriter({ viewer, register }, body.agencyId);
    if (!(await listAgencies(tx)).some(({ id }) => id === agencyId))
      throw invalid('Cơ quan được chọn không có trong danh mục: hãy chọn lại.', [
        { path: 'agencyId', message: 'Hãy chọn lại cơ quan.' },
      ]);
    return addRow({ tx, house, viewer, register }, { ...body, agencyId });
  });
  mount(web, house, contract.changeRow, async ({ params, body, viewer, tx }) =>
    editRow({ tx, house, viewer, register: getRegister(params.register) }, params.id, body),
  );
  mount(web, house, contract.moveRow, async ({ params, body, viewer, tx }) =>
    moveRow({ tx, house, viewer, register: getRegister(params.register) }, params.id, body),
  );
  mount(web, house, contract.removeRow, async ({ params, viewer, tx }) =>
    setAside({ tx, house, viewer, register: getRegister(params.register) }, params.id, true),
  );
  mount(web, house, contract.restoreRow, async ({ params, viewer, tx }) =>
    setAside({ tx, house, viewer, register: getRegister(params.register) }, params.id, false),
  );
  mount(web, house, contract.readSealed, async ({ params, body, viewer, tx }) => {
    const register = getRegister(params.register);
    const row = await getRow(tx, register, params.id, { forUpdate: true });
    requirePolicy(policyOf(register.may.readSealed), viewer, row);
    const values = openSealed(house.seal, register, row.id, row.sealed);
    const by = { at: house.now(), actorId: viewer.personId };
    await tell(tx, register, row.id, 'sealed-read', by, {
      agencyId: row.agencyId,
      reason: body.reason,
      fields: Object.keys(values),
    });
    const open = {
      ...register,
      fields: Object.fromEntries(
        Object.entries(register.fields).map(([name, field]) => [name, { ...field, isSealed: false }]),
      ),
    };
    return { values, shown: showValues(open, { values, names: row.names }, Object.keys(values), 'vi') };
  });
}

function linkRoutes(web: Web, house: House): void {
  mountLong(web, house, contract.uploadRegisterFile, async ({ params, request, viewer }) => {
    const register = getRegister(params.register);
    agencyOfWriter({ viewer, register }, undefined);
    for await (const part of receiveForm(request, house, 'evidence', { files: 1 })) {
      if (!('file' in part)) continue;
      const kept = await keepFile(house, part.file).finally(() => dropFile(house, part.file));
      const uploaded = { ...kept, uploadedBy: viewer.personId, uploadedAt: house.now() };
      const id = await inTenant(house.db, viewer.tenantId, (tx) => insertFile(tx, uploaded));
      return { id, name: kept.name };
    }
    throw invalid('Chưa có tệp: hãy chọn một tệp.', [{ path: 'file', message: 'Hãy chọn một tệp.' }]);
  });
  mount(web, house, contract.findTargets, async ({ query, viewer, tx }) => {
    const target = targetAsked(query.target, viewer);
    return { found: await findTargets(tx, target, query.q) };
  });
  mount(web, house, contract.listLinksTo, async ({ query, viewer, tx }) => ({
    links: await linksTo(tx, viewer, targetAsked(query.target, viewer), query.id),
  }));
}

/** @throws Problem 404 for what nothing can point at, 403 for a register that the viewer may not read whole */
function targetAsked(target: string, viewer: Viewer): Target {
  if (['agency', 'person', 'document', 'duty'].includes(target)) return target as Target;
  const register = target.startsWith('register:') ? findRegister(target.slice(9)) : undefined;
  if (!register) throw notFound('loại mục này');
  if (reachOf(register.may.read, viewer) !== 'all')
    throw new Problem(403, 'forbidden', `Bạn chưa được phép làm việc này: ${register.may.read.sentence[0]}.`);
  return target as Target;
}

const mayWriteSome = (register: Register, viewer: Viewer): boolean =>
  isSome(reachOf(register.may.write, viewer));

const inDays = (day: string, count: number): string =>
  new Date(Date.parse(day) + count * 86_400_000).toISOString().slice(0, 10);
