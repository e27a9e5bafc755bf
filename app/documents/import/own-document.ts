import type { ReviewedDuty } from '../document.ts';
import type { ReadText } from './keep-document.ts';

/**
 * A document that the program writes itself, so that duties which stand in no plan have words to stand on. It has no
 * number and no issuer; its duties are known, not read.
 */
export function ownDocument(
  { kind, title, text }: { kind: string; title: string; text: string },
  today: string,
  duties: ReviewedDuty[] = [],
): ReadText {
  const header = { symbol: null, kind, title, issuer: null, place: null, issuedOn: today };
  const unsaid = { signers: [], recipients: [], secrecy: null, urgency: null, spans: {} };
  return {
    text,
    header,
    reading: {
      document: { ...header, date: today, ...unsaid },
      outline: [],
      tree: { kind: 'document', label: '', path: null, span: [0, text.length], children: [] },
      citations: [],
      taskGroups: [],
      notes: [],
      duties,
    },
  };
}
