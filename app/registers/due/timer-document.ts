import type { ReadText } from '#app/documents/index.ts';
import type { Register } from '#libraries/register/index.ts';

/** A document in which each timer of a register has a sentence, so that a duty it makes has the words it stands on. */
export function timerDocument(register: Register, today: string): ReadText {
  const title = `Thời hạn theo dõi của sổ ${register.said[0]}`;
  const lines = register.timers.map(({ said, source }) => `${said[0]}. Căn cứ: ${source}.`);
  const text = `${title}\n${register.basis}\n\n${lines.join('\n')}\n`;
  const header = { symbol: null, kind: 'Sổ theo dõi', title, issuer: null, place: null, issuedOn: today };
  return {
    text,
    header,
    reading: {
      document: {
        ...header,
        date: today,
        signers: [],
        recipients: [],
        secrecy: null,
        urgency: null,
        spans: {},
      },
      outline: [],
      tree: { kind: 'document', label: '', path: null, span: [0, text.length], children: [] },
      citations: [],
      taskGroups: [],
      notes: [],
      duties: [],
    },
  };
}
