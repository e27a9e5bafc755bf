import type { LedgerAct, LedgerEvent, Undone } from '#app/ledger/index.ts';
import { requirePolicy } from '#app/platform/policy.ts';
import { conflict } from '#app/platform/problem.ts';
import type { Viewer } from '#app/platform/viewer.ts';
import { getAssignment } from '../assignment.store.ts';
import { refreshDuty } from '../duty.store.ts';
import { mayAskExtension, mayDecideExtension } from './extension.policy.ts';
import { getExtension, hasUndecided, moveDue, reopenExtension } from './extension.store.ts';
import type { ExtensionState } from './extension.ts';

type Answered = { from: ExtensionState; to: ExtensionState; by: 'decider' | 'asker' };
const answers: Record<string, Answered> = {
  'duty.extension-granted': { from: 'granted', to: 'open', by: 'decider' },
  'duty.extension-countered': { from: 'countered', to: 'open', by: 'decider' },
  'duty.extension-rejected': { from: 'rejected', to: 'open', by: 'decider' },
  'duty.extension-accepted': { from: 'accepted', to: 'countered', by: 'asker' },
  'duty.extension-declined': { from: 'declined', to: 'countered', by: 'asker' },
};

/** An answer to a request for more time is taken back: the request waits again, and the day is what it was. */
export const undoExtension = Object.fromEntries(
  Object.entries(answers).map(([kind, answer]) => [kind, undoAnswer(answer)]),
);

/** Where the button is shown; who asked still never decides, which is asked again with the request itself. */
export const mayUndoExtension = (viewer: Viewer, line: LedgerEvent): boolean => {
  const agencyId = String(line.payload.agencyId);
  return answers[line.kind]?.by === 'asker'
    ? mayAskExtension.allows(viewer, { agencyId })
    : mayDecideExtension.allows(viewer, { agencyId, askedById: '' });
};

function undoAnswer({ from, to, by }: Answered) {
  return async ({ tx, house, viewer, subjectId }: LedgerAct, line: LedgerEvent): Promise<Undone> => {
    const asked = await getExtension(tx, String(line.payload.extensionId));
    const part = await getAssignment(tx, asked.assignmentId, { forUpdate: true });
    const subject = { agencyId: part.agencyId, askedById: asked.askedById };
    requirePolicy(by === 'asker' ? mayAskExtension : mayDecideExtension, viewer, subject);
    if (asked.state !== from)
      throw conflict('Yêu cầu gia hạn này đã sang bước khác sau đó: hãy hoàn tác bước sau trước.');
    if (await hasUndecided(tx, part.id, asked.id))
      throw conflict(`${part.agencyName} đã có yêu cầu gia hạn khác đang chờ: hãy trả lời yêu cầu đó trước.`);
    if (['completed', 'awaiting-confirmation', 'withdrawn'].includes(part.state))
      throw conflict(`Phần việc của ${part.agencyName} không còn đang thực hiện nên không lấy lại hạn cũ.`);
    const [was, is] = (line.payload.changed as { dueOn?: [string | null, string] } | undefined)?.dueOn ?? [];
    if (is !== undefined && part.dueOn !== is)
      throw conflict(`Hạn của ${part.agencyName} đã được đổi sau đó nên không lấy lại hạn cũ.`);
    await reopenExtension(tx, asked.id, to);
    if (is !== undefined) {
      await moveDue(tx, part.id, was ?? null, house.now());
      await refreshDuty(tx, subjectId);
    }
    return {
      changed: is === undefined ? {} : { [`${part.id}:dueOn`]: [is, was ?? null] },
      payload: { agency: part.agencyName, extensionId: asked.id },
    };
  };
}
