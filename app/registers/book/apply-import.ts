import { randomUUID } from 'node:crypto';
import { appendFirstEvents } from '#app/ledger/index.ts';
import { officeCalendar } from '#app/office-calendar/index.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { duesOf, firstState, searchWords } from '#libraries/register/index.ts';
import { insertDues } from '../due/due.store.ts';
import { ownCounts } from '../due/set-dues.ts';
import { insertLinks } from '../link.store.ts';
import { changesOf } from '../row-events.ts';
import { editRows, type Saving } from '../save-row.ts';
import { closedColumns } from '../seal-row.ts';
import { insertRows } from '../write-rows.store.ts';
import type { ImportPlan, PlannedRow } from './plan-import.ts';

/** Writes a plan without errors in the caller's transaction, in few statements; each row is told in the ledger. */
export async function applyImport(
  saving: Saving,
  plan: ImportPlan,
  names: (id: string) => string,
): Promise<void> {
  await addPlanned(saving, plan.fresh, names);
  const edits = plan.changed.map(({ known, values, agencyId }) => ({
    id: known!.id,
    revision: known!.revision,
    agencyId,
    values: Object.fromEntries(
      Object.entries(values).filter(([name, value]) => value !== (known!.values[name] ?? null)),
    ),
  }));
  if (edits.length) await editRows(saving, edits);
}

async function addPlanned(
  { tx, house, viewer, register }: Saving,
  planned: readonly PlannedRow[],
  nameOf: (id: string) => string,
) {
  if (!planned.length) return;
  const at = house.now();
  const today = officeDay(at);
  const state = firstState(register.workflow);
  const fresh = planned.map(({ agencyId, values }) => ({ id: randomUUID(), agencyId, row: values }));
  await insertRows(
    tx,
    register,
    fresh.map(({ id, agencyId, row }) => ({
      id,
      agencyId,
      state,
      today,
      at,
      by: viewer.personId,
      words: searchWords(register, row),
      columns: closedColumns(house.seal, register, id, row),
    })),
  );
  await insertLinks(tx, register, fresh);
  await appendFirstEvents(
    tx,
    at,
    fresh.map(({ id, agencyId, row }) => ({
      subjectKind: register.name,
      subjectId: id,
      kind: `${register.name}.created`,
      actorId: viewer.personId,
      payload: {
        agencyId,
        title: row[register.title],
        by: 'excel',
        changed: changesOf(register, {}, row, (_, one) => nameOf(one)),
      },
    })),
  );
  if (!register.timers.length) return;
  const [calendar, counts] = [await officeCalendar(tx), await ownCounts(tx, register.name)];
  await insertDues(
    tx,
    fresh.flatMap(({ id, agencyId, row }) =>
      duesOf(register, { values: row, state, stateOn: today }, calendar, counts).map(
        ({ timer, dueOn, isDone }) => ({
          register: register.name,
          rowId: id,
          timer: timer.name,
          dueOn,
          agencyId,
          doneOn: isDone ? today : null,
          at,
        }),
      ),
    ),
  );
}
