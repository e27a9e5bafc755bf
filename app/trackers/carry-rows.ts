import { carryProgress } from '#app/duties/index.ts';
import type { Tx } from '#app/platform/database.ts';
import type { House } from '#app/platform/house.ts';
import { officeDay } from '#app/platform/office-day.ts';
import { conflict, invalid, Problem } from '#app/platform/problem.ts';
import type { Viewer } from '#app/platform/viewer.ts';
import { type PlannedRow, progressNote, type TrackerPlan } from './plan-tracker.ts';
import type { Carry } from './tracker.contract.ts';

type Carrying = {
  at: Date;
  file: { name: string };
  carried: readonly Carry[];
  /** The duty a row became or stands beside; undefined where the row is left out. */
  dutyOfRow: (row: PlannedRow) => string | undefined;
};

/** Writes what was chosen of the column of progress; rows left out write nothing. @throws Problem 409, 422 naming the row */
export async function carryRows(
  tx: Tx,
  house: House,
  viewer: Viewer,
  plan: TrackerPlan,
  { at, file, carried, dutyOfRow }: Carrying,
): Promise<{ entries: number; reported: number }> {
  let [entries, reported] = [0, 0];
  for (const { row: number, as } of carried) {
    const row = plan.rows.find((one) => one.row === number);
    const dutyId = row && dutyOfRow(row);
    if (!row || !dutyId) continue;
    const said = row.said;
    if (!said || said.said === 'none')
      throw invalid(`Dòng ${number} chưa ghi đã làm được gì: hãy bỏ chọn ghi tiến độ ở dòng này.`);
    if (as === 'done' && said.said !== 'done')
      throw invalid(`Dòng ${number} không ghi là đã xong: hãy chọn chỉ ghi tiến độ.`);
    const note = progressNote(said.words, `bảng theo dõi ${file.name}, dòng ${number}`);
    const doneOn = said.doneOn ?? officeDay(at);
    const isWritten = await naming(number, () =>
      carryProgress(tx, house, viewer, { dutyId, note, doneOn, isDone: as === 'done' }),
    );
    if (!isWritten)
      throw conflict(`Dòng ${number}: phần việc này không còn nhận tiến độ, hãy bỏ chọn rồi xác nhận lại.`);
    entries += 1;
    if (as === 'done') reported += 1;
  }
  return { entries, reported };
}

/** A refusal of one row says which; what to do instead is a choice away. */
async function naming<T>(row: number, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== 409) throw error;
    throw conflict(`Dòng ${row}: ${error.message} Hoặc chọn chỉ ghi tiến độ ở dòng này.`);
  }
}
