import type { Tx } from '#app/platform/database.ts';
import { conflict } from '#app/platform/problem.ts';
import type { Viewer } from '#app/platform/viewer.ts';
import { tell } from '../consolidation.routes.ts';
import { type Consolidation, symbolOf } from '../consolidation.store.ts';
import type { IssueLetter } from '../sentence.ts';
import { carryOn, listVersions } from './version.store.ts';

/** Begins the next version; the issued one stays as it is. @throws Problem 409 when a later version is there */
export async function correct(
  tx: Tx,
  viewer: Viewer,
  one: Consolidation,
  reason: string,
  at: Date,
): Promise<string> {
  const last = (await listVersions(tx, one.periodId)).at(-1);
  if (last && last.id !== one.id)
    throw conflict(
      last.state === 'draft'
        ? 'Báo cáo này đang được sửa đổi: hãy mở bản sửa đổi trong danh sách các bản.'
        : 'Đã có bản sửa đổi ban hành sau báo cáo này: hãy sửa đổi từ bản mới nhất.',
    );
  const letter = { ...one.letter, number: null, date: null, opening: openingOf(one.letter) };
  const id = await carryOn(tx, { from: one.id, letter, reason, by: viewer.personId, at });
  const payload = { corrects: one.id, symbol: symbolOf(one), version: one.version + 1, reason };
  await tell(tx, at, viewer, id, 'consolidation.corrected', payload);
  return id;
}

/** The corrected report says which one it stands for; a later correction names only the last. */
function openingOf({ opening, number, notation, date }: IssueLetter): string {
  const day = date ? ` ngày ${date.split('-').reverse().join('/')}` : '';
  const stands = `Báo cáo này sửa đổi, thay thế Báo cáo số ${number ?? '...'}/${notation}${day}.`;
  const kept = opening.replace(/^Báo cáo này sửa đổi, thay thế Báo cáo số \S+(?: ngày [\d/]+)?\.\s*/, '');
  return kept ? `${stands} ${kept}` : stands;
}
