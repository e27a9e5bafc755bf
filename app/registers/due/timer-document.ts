import { ownDocument, type ReadText } from '#app/documents/index.ts';
import type { Register } from '#libraries/register/index.ts';

/** A document in which each timer of a register has a sentence, so that a duty it makes has the words it stands on. */
export function timerDocument(register: Register, today: string): ReadText {
  const title = `Thời hạn theo dõi của sổ ${register.said[0]}`;
  const lines = register.timers.map(({ said, source }) => `${said[0]}. Căn cứ: ${source}.`);
  const text = `${title}\n${register.basis}\n\n${lines.join('\n')}\n`;
  return ownDocument({ kind: 'Sổ theo dõi', title, text }, today);
}
