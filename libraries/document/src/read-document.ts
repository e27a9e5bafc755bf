import type { Reading } from './reading.ts';

/** Reads any text as an official document. Never throws. */
export function readDocument(text: string): Reading {
  return {
    document: {
      symbol: null, kind: null, title: null, issuer: null, place: null, date: null,
      signers: [], recipients: [], secrecy: null, urgency: null, spans: {},
    },
    outline: [],
    tree: { kind: 'document', label: '', path: null, span: [0, text.length], children: [] },
    citations: [], duties: [], taskGroups: [], notes: [],
  };
}
